import type { Failure } from '#shared/domain/failure.ts';
import type { Inspection } from '#shared/domain/sage/catalog.ts';
import { modeOf } from '#shared/domain/writeMode.ts';
import type { Context } from '../context.ts';
import { inspectCompany, modeWords } from '../writing/inspectCompany.ts';
import { type Check, failed, inOrder, lookAt, notTried } from './check.ts';
import { clockCheck } from './clocks.ts';
import { rights, rightsCheck } from './rightsCheck.ts';

const schema = { id: 'sage.schema', title: 'Sage: tables as expected' } as const;
const markers = { id: 'sage.markers', title: 'Sage: proofs can be kept' } as const;

/** What the company's database is, read anew. In: whether it could be reached at all. */
export async function databaseChecks(context: Context, reached: boolean): Promise<readonly Check[]> {
  const inspected = reached ? await inspectCompany(context) : null;
  if (inspected === null) {
    const why = 'Not tried: the company could not be opened.';
    return [...[schema, rights, markers].map((named) => notTried(named, why)), writingCheck(context)];
  }
  if (!inspected.ok) return [...uninspected(inspected.failure), writingCheck(context)];
  const { catalog, serverTime } = inspected.value;
  const isServer = catalog.serverVersion !== '';
  return [
    schemaCheck(inspected.value),
    ...(isServer ? [rightsCheck(inspected.value.rights)] : []),
    markersCheck(inspected.value),
    writingCheck(context),
    ...(isServer ? [clockCheck('sage.clock', 'Sage’s server', serverTime, catalog.readAt)] : []),
  ];
}

function uninspected(failure: Failure): readonly Check[] {
  const why = 'Not tried: the tables could not be looked at.';
  return [failed(schema, failure), notTried(rights, why), notTried(markers, why)];
}

function schemaCheck({ catalog }: Inspection): Check {
  const { differences, serverVersion } = catalog;
  const server = serverVersion === '' ? '' : ` SQL Server ${serverVersion}.`;
  const of = (effect: string) => differences.filter((one) => one.effect === effect);
  const [blocking, narrowing] = [of('blocks'), of('narrows')];
  const [worst, ...others] = [...blocking, ...narrowing];
  if (worst === undefined) {
    const notes =
      differences.length === 0 ? '' : ` ${differences.length} harmless differences are listed under Settings, Sage.`;
    return inOrder(schema, `Every table and column that is used is as described.${notes}${server}`);
  }
  const more = others.length === 0 ? '' : ` And ${others.length} more, under Settings, Sage.`;
  if (blocking.length === 0) {
    return lookAt(schema, `${worst.sentence}${more}${server}`, 'Nothing: Plumbline keeps the tighter limits.');
  }
  const remedy = 'Send this list to support: Plumbline has to learn this version of Sage before it writes into it.';
  return failed(schema, { sentence: `${worst.sentence}${more}${server}`, remedy });
}

function markersCheck({ marker }: Inspection): Check {
  if (marker.problem === null) {
    const where = {
      companionDatabase: 'the companion database',
      recordFields: 'the change orders themselves',
      sampleFile: 'the sample company’s own file',
    };
    return inOrder(markers, `They are kept in ${where[marker.store]}.`);
  }
  const remedy =
    'Needed only for direct writing: run resources/sql/2-companion-database.sql, or keep the proofs in the records.';
  return lookAt(markers, `They cannot be kept: ${marker.problem}`, remedy);
}

/** What really happens with approved change orders, and why it is not what was chosen. */
function writingCheck(context: Context): Check {
  const named = { id: 'writing', title: 'Writing into Sage' } as const;
  const decision = context.writing();
  const [first] = Object.values(decision.kinds).flatMap(({ hindrances }) => hindrances);
  if (first !== undefined) return failed(named, first);
  const mode = modeOf(decision);
  const words =
    mode === 'direct' ? 'Approved change orders are written, read back and compared.' : `Chosen: ${modeWords[mode]}.`;
  return inOrder(named, words);
}
