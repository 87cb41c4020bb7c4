import { z } from 'zod';
import { corStatuses } from '#shared/domain/cor.ts';
import type { Clock } from '../../engine/ports/runtime.ts';
import type { FaultSwitch, Faults } from './faults.ts';
import { uuidOf } from './seed/chance.ts';
import { bucketsOf } from './seed/cors.ts';
import { type SandboxCor, type SandboxState, sandboxCorSchema } from './state.ts';
import type { StateStore } from './stateStore.ts';

/** What a person in Clearstory could change on a COR, and a little more. */
export const corPatchSchema = sandboxCorSchema.omit({ id: true, uuid: true, updatedAt: true }).partial();
export type CorPatch = z.infer<typeof corPatchSchema>;

export const newCorSchema = z.object({
  projectId: z.number().int(),
  corNumber: z.string(),
  title: z.string(),
  status: z.enum(corStatuses),
  requestedAmount: z.string(),
  /** The amount in the status's bucket; the requested one when left out. */
  effectiveAmount: z.string().optional(),
  inbox: z.enum(['sent', 'received']).default('sent'),
  description: z.string().default(''),
});
export type NewCor = z.input<typeof newCorSchema>;

export const newProjectSchema = z.object({
  title: z.string(),
  jobNumber: z.string().nullable().default(null),
  officeId: z.number().int().default(11),
});
export type NewSandboxProject = z.input<typeof newProjectSchema>;

/** One request that came in. `answered` is false when the connection was cut after the work. */
export type ReceivedRequest = {
  readonly at: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly answered: boolean;
};

/** The other side of the sandbox: what somebody in Clearstory's browser, or Clearstory's weather, would do. */
export type ClearstoryControl = {
  readonly faults: () => Faults;
  readonly setFaults: (change: Partial<Faults>) => void;
  readonly cors: () => readonly SandboxCor[];
  readonly updateCor: (idOrUuid: string, patch: CorPatch) => SandboxCor;
  /** Sets status and stage, moves the amount to the void bucket and dates it, as Void in the log does. */
  readonly voidCor: (idOrUuid: string) => SandboxCor;
  readonly addCor: (cor: NewCor) => SandboxCor;
  readonly addProject: (project: NewSandboxProject) => { readonly id: number };
  /** The last 1,000 requests, oldest first. */
  readonly requests: () => readonly ReceivedRequest[];
  /** Those of them that were not GET. */
  readonly writes: () => readonly ReceivedRequest[];
  readonly snapshot: () => SandboxState;
  readonly restore: (state: SandboxState) => void;
};

/** In: the memory, the faults, the clock, and the requests seen so far. Unknown CORs throw: control is for tests and demos. */
export function createControl(
  store: StateStore,
  faults: FaultSwitch,
  clock: Clock,
  received: () => readonly ReceivedRequest[],
): ClearstoryControl {
  const known = (idOrUuid: string) => {
    const cor = store.cor(idOrUuid);
    if (cor === undefined) throw new Error(`The sandbox has no COR ${idOrUuid}`);
    return cor;
  };
  const change = (cor: SandboxCor, patch: CorPatch) => {
    const changed = sandboxCorSchema.parse({ ...cor, ...patch, updatedAt: store.stamp(clock.now()) });
    store.putCor(changed);
    return changed;
  };
  return {
    faults: faults.current,
    setFaults: faults.set,
    cors: () => store.state().cors,
    updateCor: (idOrUuid, patch) => change(known(idOrUuid), patch),
    voidCor: (idOrUuid) => {
      const cor = known(idOrUuid);
      return change(cor, {
        status: 'rejected',
        stage: 'void',
        ...bucketsOf('rejected', cor.requestedAmount),
        voidDate: clock.now(),
      });
    },
    addCor: (wish) => {
      const cor = newCorSchema.parse(wish);
      const state = store.state();
      const contract = state.contracts.find((one) => one.contractorProjectId === cor.projectId);
      const added = newRecord(cor, state.nextId, contract?.id ?? null, store.stamp(clock.now()));
      store.replace({ ...state, cors: [...state.cors, added], nextId: state.nextId + 1 });
      return added;
    },
    addProject: (wish) => {
      const project = newProjectSchema.parse(wish);
      const state = store.state();
      const added = {
        id: state.nextId,
        ...project,
        customerJobNumber: null,
        customerId: null,
        contractValue: null,
        division: null,
        archived: false,
        address: { street: '', city: '', state: '', zip: '' },
        integrationMetadata: [],
        createdAt: clock.now(),
        updatedAt: clock.now(),
      };
      store.replace({ ...state, projects: [...state.projects, added], nextId: state.nextId + 1 });
      return { id: added.id };
    },
    requests: received,
    writes: () => received().filter((one) => one.method !== 'GET'),
    snapshot: store.state,
    restore: store.replace,
  };
}

function newRecord(cor: z.output<typeof newCorSchema>, id: number, contractId: number | null, now: string): SandboxCor {
  const submitted = cor.status === 'draft' ? null : now;
  return {
    id,
    uuid: uuidOf(`added:${id}:${cor.corNumber}`),
    inbox: cor.inbox,
    corNumber: cor.corNumber,
    version: 1,
    entryMethod: 'created',
    status: cor.status,
    stage: cor.status === 'draft' ? null : cor.status,
    title: cor.title,
    description: cor.description,
    projectId: cor.projectId,
    contractId,
    contractorName: null,
    customerReferenceNumber: null,
    customerCoNumber: null,
    requestedAmount: cor.requestedAmount,
    ...bucketsOf(cor.status, cor.effectiveAmount ?? cor.requestedAmount),
    dateSubmitted: submitted,
    coIssueDate: cor.status === 'approved_co_issued' ? now : null,
    approvedToProceedDate: cor.status === 'approved_to_proceed' ? now : null,
    voidDate: cor.status === 'rejected' ? now : null,
    tagIds: [],
    manualTmTag: null,
    labelIds: [],
    integrationMetadata: [],
    createdAt: now,
    updatedAt: now,
  };
}
