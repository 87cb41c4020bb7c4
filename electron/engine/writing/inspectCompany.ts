import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Catalog, Inspection } from '#shared/domain/sage/catalog.ts';
import { allHindrances, modeOf, type WriteDecision, type WriteMode } from '#shared/domain/writeMode.ts';
import { byItself, type Context } from '../context.ts';
import { markerStoreOf } from './markerStores.ts';

/**
 * Looks at the company's database anew and keeps what is found: an update of Sage or a changed right may forbid what was allowed
 * yesterday, or allow it again. Every pull of Sage begins with it, so that a change is known within half an hour; the executor
 * compares the schema once more inside the run that writes.
 */
export async function inspectCompany(context: Context): Promise<Result<Inspection>> {
  const { store, sage, clock } = context;
  const inspected = await sage.inspect(markerStoreOf(context), clock.now());
  if (!inspected.ok) return inspected;
  store.transaction(() => {
    const known = store.inspection.read();
    const before = context.writing();
    store.inspection.write(inspected.value);
    if (known !== null) tellSchema(context, known.catalog, inspected.value.catalog);
    tellChange(context, before, context.writing());
  });
  context.notify(['settings', 'status']);
  return inspected;
}

/** The catalog to plan on: as last read, or read now for the first time. */
export async function catalogForPlans(context: Context): Promise<Result<Catalog>> {
  const known = context.store.inspection.read();
  if (known !== null) return succeed(known.catalog);
  const inspected = await inspectCompany(context);
  return inspected.ok ? succeed(inspected.value.catalog) : fail(inspected.failure);
}

function tellSchema(context: Context, before: Catalog, { fingerprint, differences }: Catalog): void {
  if (before.fingerprint === fingerprint) return;
  const count = (effect: Catalog['differences'][number]['effect']) =>
    String(differences.filter((one) => one.effect === effect).length);
  context.tell({
    kind: 'sageChanged',
    by: byItself,
    sentence: `The tables of ${context.companyName} are not what they were: Settings, Sage says what differs from what Plumbline expects.`,
    detail: { 'stops writing': count('blocks'), 'narrows limits': count('narrows'), harmless: count('note') },
  });
}

/** History tells when Plumbline stops or begins to write, whoever or whatever made it so. */
function tellChange(context: Context, before: WriteDecision, after: WriteDecision): void {
  const [was, is] = [modeOf(before), modeOf(after)];
  if (was === is) return;
  const why = allHindrances(after)[0]?.sentence ?? '';
  context.tell({
    kind: 'writing',
    by: byItself,
    sentence:
      is === 'direct'
        ? `Plumbline may write into ${context.companyName} again: nothing hinders it any more.`
        : `Plumbline stopped writing into ${context.companyName}: ${why}`,
    detail: { before: modeWords[was], now: modeWords[is] },
  });
}

export const modeWords: Readonly<Record<WriteMode, string>> = {
  readOnly: 'read-only',
  handEntry: 'hand entry',
  direct: 'direct writing',
};
