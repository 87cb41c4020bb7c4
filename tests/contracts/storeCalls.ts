import fc from 'fast-check';
import type { CloudProject } from '#shared/domain/cloudProject.ts';
import { corStatuses } from '#shared/domain/cor.ts';
import { corSortColumns } from '#shared/domain/corLog.ts';
import { type Link, sageStates } from '#shared/domain/link.ts';
import { procoreItem } from '#shared/domain/procore/item.ts';
import type { Run } from '#shared/domain/records.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import { standardSettings } from '#shared/domain/settings.ts';
import type { SageRecords } from '../../electron/engine/ports/sageCompany.ts';
import type { Store } from '../../electron/engine/ports/store.ts';
import { actOf, commitmentOf, procoreLinkOf, vendorOf } from './procoreRecords.ts';
import {
  at,
  certificate,
  cor,
  historyQuery,
  itemTransfer,
  job,
  logQuery,
  mapping,
  queued,
  transfer,
} from './storeRig.ts';

/** The parts of the port that hold methods, and any call of any of them: a method that is missing here does not compile. */
type Parts = Omit<Store, 'procore'> & { [P in keyof Store['procore'] as `procore.${P}`]: Store['procore'][P] };
type Part = { [P in keyof Parts]: Parts[P] extends (...given: never[]) => unknown ? never : P }[keyof Parts];
type Method<F> = F extends (...given: infer Given) => unknown ? fc.Arbitrary<Given> : never;
type Calls = { readonly [P in Part]: { readonly [M in keyof Parts[P]]: Method<Parts[P][M]> } };

/** Few of each, so that two companies have the same ones. */
const id = fc.constantFrom('1', '2', '3');
const jobNumber = fc.constantFrom('200', '201');
const word = fc.constantFrom('', 'tower', 'panel', 'borealis');
const instant = fc.integer({ min: 0, max: 30 }).map(at);
const page = { offset: fc.nat(2), limit: fc.integer({ min: 1, max: 9 }) };
const none = fc.constant([] as []);
const one = <T>(value: fc.Arbitrary<T>) => fc.tuple(value);

const project: fc.Arbitrary<CloudProject> = fc.record({
  id,
  title: word,
  jobNumber: fc.option(jobNumber),
  customerJobNumber: fc.constant(null),
  customerName: fc.constant(null),
  customerInternalId: fc.constant(null),
  officeId: fc.constant('o1'),
  officeName: word,
  contractValue: fc.constant(null),
  archived: fc.boolean(),
  updatedAt: instant,
});

const aCor = fc
  .record({ id, projectId: id, title: word, status: fc.constantFrom(...corStatuses), updatedAt: instant })
  .map((fields) => cor(fields.id, fields));

const aTransfer = fc
  .record({ id, corIds: fc.uniqueArray(id), title: word, job: jobNumber, createdAt: instant })
  .chain((fields) =>
    fc
      .constantFrom(queued, { name: 'draft' } as const, {
        name: 'done' as const,
        at: at(1),
        record: '7',
        number: '12',
      })
      .map((state) => transfer(fields.id, state, fields)),
  );

const run: fc.Arbitrary<Run> = fc.record({
  side: fc.constantFrom('sage', 'clearstory', 'push'),
  startedAt: instant,
  endedAt: instant,
  outcome: fc.constantFrom('ok', 'partial', 'failed'),
  sentence: word,
  rowsRead: fc.nat(9),
  changed: fc.nat(9),
});
const side = fc.constantFrom('sage', 'clearstory', 'push' as const);

const changeOrder: fc.Arbitrary<ChangeOrder> = fc
  .record({ record: id, number: id, job: jobNumber, description: word, requested: fc.constantFrom('1.00', '2.50') })
  .map((fields) => ({
    date: null,
    phase: '0',
    reason: '',
    clientPo: '',
    userDefined1: '',
    userDefined2: '',
    submitted: null,
    approvedOn: null,
    invoiced: null,
    delayRequested: '0',
    delayApproved: '0',
    type: null,
    status: '2',
    approved: '0.00',
    cost: '0.00',
    locked: false,
    notes: '',
    updated: '',
    prime: [],
    budget: [],
    ...fields,
  }));

const link: fc.Arbitrary<Link> = fc.tuple(changeOrder, aCor, instant).map(([order, linked, pushedAt]) => {
  const { prime, budget, updated: _, ...header } = order;
  return {
    corId: linked.id,
    job: order.job,
    phase: '0',
    record: order.record,
    number: order.number,
    pushed: { cor: linked, header, prime, budget },
    allocation: { prime: [], budget: [] },
    label: null,
    transferId: 't',
    pushedAt,
    pushedBy: 'Ana',
  };
});

/** One kind whose records stand alone and one whose records belong to a job. */
const sageKind = fc.constantFrom('job', 'changeOrder' as const);
const sageRecords = fc.oneof(
  fc.tuple(
    fc.constant('job' as const),
    fc.array(fc.tuple(jobNumber, word).map(([number, name]) => job(number, { name }))),
  ),
  fc.tuple(fc.constant('changeOrder' as const), fc.array(changeOrder)),
);
const sageKey = fc.oneof(id, jobNumber);

const entry = fc.record({
  at: instant,
  by: fc.constantFrom('Ana', 'Plumbline'),
  kind: fc.constantFrom('applied', 'settings' as const),
  sentence: word,
  job: fc.option(jobNumber),
  cors: fc.array(fc.record({ id, number: fc.option(id) }), { maxLength: 3 }),
  changeOrder: fc.option(id),
  transferId: fc.option(id),
  detail: word,
});

const unreadable = fc.record({ source: fc.constantFrom('a', 'b'), key: id, reason: word, payload: word });

const inspection = fc.record({ fingerprint: word, readAt: instant }).map((fields) => ({
  catalog: { ...fields, serverVersion: '', differences: [], limits: {}, allocations: {} },
  rights: [],
  marker: { store: 'companionDatabase' as const, problem: null },
  serverTime: null,
}));

/** Of its own each time: a certificate is saved once and never again. */
const aCertificate = fc.record({ id: fc.uuid(), fingerprint: word, at: instant }).map((fields) => certificate(fields));

const vendorKey = id.map((number) => procoreItem('vendor', number));
/** Of an item of its own: a second one under way would be refused. */
const anItemTransfer = fc
  .tuple(id, fc.constantFrom(queued, { name: 'dropped' as const, at: at(1), reason: 'Twice' }), instant)
  .map(([number, state, createdAt]) => itemTransfer(number, state, { createdAt }));
const itemKey = id.map((number) => procoreItem('commitment', number));
const itemKind = fc.constant('commitment' as const);
/** One kind whose records stand alone and one whose records belong to a project. */
const procoreKind = fc.constantFrom('vendor', 'commitment' as const);
const procoreRecords = fc.oneof(
  fc.tuple(fc.constant('vendor' as const), fc.array(fc.tuple(id, word).map(([own, name]) => vendorOf(own, name)))),
  fc.tuple(
    fc.constant('commitment' as const),
    fc.array(fc.tuple(id, id, word).map(([own, place, title]) => commitmentOf(own, place, title))),
  ),
);
// Its own partner for each, because one record of Sage has one partner only.
const procoreLink = fc.tuple(id, id).map(([own, place]) => procoreLinkOf(own, place));
const procoreDecision = fc
  .tuple(itemKey, fc.constantFrom('archived', 'rejected' as const), word, instant)
  .map(([item, decision, reason, decidedAt]) => ({ item, decision, reason, by: 'Ana', at: decidedAt }));
const procoreAct = fc
  .tuple(id, itemKey, fc.boolean(), instant)
  .map(([own, item, isDone, madeAt]) => actOf(own, item, isDone, madeAt));

export const calls: Calls = {
  settings: {
    read: none,
    write: one(
      fc
        .record({ pausedUntil: fc.option(instant), timeZone: fc.constantFrom('America/Los_Angeles', 'Asia/Tokyo') })
        .map((change) => ({ ...standardSettings, ...change })),
    ),
  },
  notes: { read: one(id), write: fc.tuple(id, word) },
  projects: { replaceAll: one(fc.array(project)), upsert: one(project), get: one(id), all: none },
  mappings: {
    all: none,
    ofProject: one(id),
    ofJob: one(jobNumber),
    save: fc.tuple(id, jobNumber).map(([projectId, number]) => [mapping(projectId, number)]),
    remove: one(id),
  },
  imported: {
    all: none,
    get: one(jobNumber),
    save: one(
      fc.record({
        job: jobNumber,
        state: fc.constantFrom('waiting', 'creating', 'rejected', 'mapped' as const),
        reason: word,
        at: instant,
        by: word,
      }),
    ),
    remove: one(jobNumber),
  },
  sage: {
    upsert: sageRecords,
    get: fc.tuple(sageKind, sageKey),
    search: fc.tuple(sageKind, fc.record({ search: word, parent: jobNumber, ...page }, { requiredKeys: ['limit'] })),
    count: one(sageKind),
    keys: one(sageKind),
    keyOf: fc.tuple(fc.constant('job' as const), fc.constant<SageRecords['job']>(job('200'))),
    remove: fc.tuple(sageKind, fc.array(sageKey)),
  },
  cors: {
    upsert: fc.tuple(fc.array(aCor), fc.boolean()),
    get: one(id),
    hasDetail: one(id),
    ids: one(id),
    remove: one(fc.array(id)),
    setSageState: fc.tuple(id, fc.constantFrom(...sageStates), fc.option(id)),
    list: one(
      fc
        .record(
          {
            search: word,
            projectId: fc.constantFrom('', '1', '2'),
            sageStates: fc.uniqueArray(fc.constantFrom(...sageStates), { maxLength: 2 }),
            approvedNotInSage: fc.boolean(),
            submittedFrom: fc.constantFrom('', '2026-03-01'),
            sort: fc.record({ column: fc.constantFrom(...corSortColumns), descending: fc.boolean() }),
            ...page,
          },
          { requiredKeys: [] },
        )
        .map(logQuery),
    ),
  },
  links: {
    get: one(id),
    ofRecord: one(id),
    ofJob: one(jobNumber),
    all: none,
    save: one(link),
    remove: one(id),
  },
  transfers: {
    get: one(id),
    save: one(fc.oneof(aTransfer, anItemTransfer)),
    list: one(fc.record({ states: fc.uniqueArray(fc.constantFrom('draft', 'queued', 'done')), search: word, ...page })),
    open: none,
    openOfCor: one(id),
    openOfItem: one(vendorKey),
    counts: none,
    states: none,
  },
  inspection: { read: none, write: one(inspection) },
  certificates: { all: none, known: one(id), save: one(aCertificate), revoke: one(id) },
  history: {
    add: one(entry),
    list: one(
      fc
        .record(
          {
            search: word,
            kinds: fc.constantFrom<string[]>([], ['applied']),
            job: jobNumber,
            corId: id,
            transferId: id,
            by: fc.constantFrom('', 'Ana'),
            ...page,
          },
          { requiredKeys: [] },
        )
        .map(historyQuery),
    ),
  },
  runs: { add: one(run), since: one(instant), last: one(side), lastGood: one(side), lastHeard: one(side) },
  unreadable: { add: one(unreadable), all: none, remove: fc.tuple(fc.constantFrom('a', 'b'), id) },
  'procore.records': {
    upsert: procoreRecords,
    get: fc.tuple(procoreKind, id),
    all: fc.tuple(procoreKind, id),
    ids: fc.tuple(procoreKind, id),
    remove: fc.tuple(procoreKind, fc.array(id)),
  },
  'procore.links': {
    get: one(itemKey),
    ofSage: fc.tuple(itemKind, id),
    all: fc.tuple(itemKind, id),
    save: one(procoreLink),
    remove: one(itemKey),
  },
  'procore.decisions': { get: one(itemKey), all: one(itemKind), save: one(procoreDecision), remove: one(itemKey) },
  'procore.acts': { get: one(id), save: one(procoreAct), open: none, openOf: one(itemKey) },
};
