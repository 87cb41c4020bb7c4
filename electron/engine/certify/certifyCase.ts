import { caseProofs, caseTitles, certificationCases } from '#shared/domain/certification/cases.ts';
import type { CertificationState } from '#shared/domain/certification/session.ts';
import { fail, type Result } from '#shared/domain/failure.ts';
import { changeOrderPlanKinds } from '#shared/domain/plan.ts';
import type { Inspection } from '#shared/domain/sage/catalog.ts';
import { hindrancesOf } from '#shared/domain/writeHindrances.ts';
import type { Context } from '../context.ts';
import { markerStoreOf } from '../writing/markerStores.ts';

/**
 * What the company's database is now, for the certificates. Refused where something other than a missing certificate keeps Plumbline
 * from writing there: a comparison would prove nothing for a database that it does not know.
 */
export async function inspectForComparison(context: Context): Promise<Result<Inspection>> {
  const { sage, clock, companyKind, store } = context;
  const markerStore = markerStoreOf(context);
  const inspected = await sage.inspect(markerStore, clock.now());
  if (inspected.ok) store.inspection.write(inspected.value);
  if (!inspected.ok || companyKind === 'sample') return inspected;
  const circumstances = {
    companyKind,
    chosen: 'direct',
    markerStore,
    inspection: inspected.value,
    certificates: [],
  } as const;
  const hindrance = changeOrderPlanKinds
    .flatMap((kind) => hindrancesOf(kind, circumstances))
    .find(({ code }) => !code.startsWith('write.certificate'));
  if (hindrance === undefined) return inspected;
  const { sentence, remedy } = hindrance;
  return fail({ next: 'needsPerson', code: 'certification.hindered', sentence, remedy });
}

/** The certificate of the case that was just judged, with its line in History. Call it inside a transaction. */
export function certifyCase(
  context: Context,
  judged: Extract<CertificationState, { name: 'judging' }>,
  { catalog }: Inspection,
  uncompared: readonly string[],
): void {
  const { store, clock, random, host, companyName, server } = context;
  const one = certificationCases[judged.caseIndex];
  if (one === undefined) return;
  const { kind, parts } = caseProofs[one];
  store.certificates.save({
    format: 1,
    id: random.uuid(),
    fingerprint: catalog.fingerprint,
    kinds: [kind],
    parts,
    accepted: judged.accepted,
    uncompared,
    database: `${companyName} on ${server}`,
    serverVersion: catalog.serverVersion,
    by: host.person,
    at: clock.now(),
  });
  const accepted = judged.accepted.map(({ place, reason }) => [place, reason] as const);
  context.tell({
    kind: 'writing',
    sentence: `${host.person} certified: ${caseTitles[one]}${accepted.length === 0 ? ', without any difference' : ''}.`,
    detail: Object.fromEntries(accepted),
  });
}
