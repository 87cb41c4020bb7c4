import type { Failure } from '#shared/domain/failure.ts';
import { allHindrances, modeOf, type WriteDecision, type WriteMode } from '#shared/domain/writeMode.ts';
import { byItself, type Context } from '../context.ts';
import { markerStoreOf } from './markerStores.ts';

/**
 * Looks at the company's database anew: an update of Sage or a changed right may forbid what was allowed yesterday, or allow it again.
 * Only real companies: a sample company is what Plumbline itself made. Out: null, or why Sage could not be asked.
 */
export async function inspectCompany(context: Context): Promise<Failure | null> {
  const { store, sage, clock, companyKind } = context;
  if (companyKind === 'sample') return null;
  const inspection = await sage.inspect(markerStoreOf(context), clock.now());
  if (!inspection.ok) return inspection.failure;
  store.transaction(() => {
    const before = context.writing();
    store.inspection.write(inspection.value);
    tellChange(context, before, context.writing());
  });
  context.notify(['settings', 'status']);
  return null;
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
