import type { HomeStatus } from '#shared/contract/home.ts';
import { procoreRecordKinds } from '#shared/domain/procore/records.ts';
import { sageKinds } from '#shared/domain/sage/facts.ts';
import type { Store } from '../../engine/ports/store.ts';

/** What one company's store holds, counted; how its tables are; how its last runs went. No names, no amounts. */
export function companyReport(store: Store, status: HomeStatus | null): object {
  const inspection = store.inspection.read();
  return {
    schema:
      inspection === null
        ? null
        : {
            readAt: inspection.catalog.readAt,
            fingerprint: inspection.catalog.fingerprint,
            serverVersion: inspection.catalog.serverVersion,
            differences: inspection.catalog.differences,
          },
    counts: {
      sage: countsOf(sageKinds, (kind) => store.sage.count(kind)),
      procore: countsOf(procoreRecordKinds, (kind) => store.procore.records.ids(kind).length),
      projects: store.projects.all().length,
      mappings: store.mappings.all().length,
      links: store.links.all().length,
      transfers: store.transfers.counts(),
      certificates: store.certificates.all().length,
      unreadable: store.unreadable.all().length,
    },
    open: store.transfers.open().map(({ id, state, plan, createdAt, approvedAt, attempts }) => ({
      id,
      kind: plan?.kind ?? null,
      state: state.name,
      code: 'failure' in state ? state.failure.code : null,
      createdAt,
      approvedAt,
      attempts: attempts.length,
    })),
    status:
      status === null
        ? null
        : {
            tone: status.tone,
            hindered: status.hindered !== null,
            counts: Object.fromEntries(status.counts.map(({ id, count }) => [id, count])),
            sides: status.sides.map(({ side, state, lastHeard, nextRun, runs }) => ({
              side,
              state,
              lastHeard,
              nextRun,
              runs: runs.map(({ startedAt, endedAt, outcome, rowsRead, changed }) => ({
                startedAt,
                endedAt,
                outcome,
                rowsRead,
                changed,
              })),
            })),
          },
  };
}

function countsOf<K extends string>(kinds: readonly K[], count: (kind: K) => number): object {
  return Object.fromEntries(kinds.map((kind) => [kind, count(kind)]));
}
