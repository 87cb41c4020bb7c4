import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { type Cor, corStatuses } from '#shared/domain/cor.ts';
import { type CorLogQuery, corLogSchema, corSortColumns } from '#shared/domain/corLog.ts';
import { type SageState, sageStates } from '#shared/domain/link.ts';
import { cor, job, mapping, opened, temporaryFolder } from '../contracts/storeRig.ts';
import { expectedLog, type ModelCor, type ModelJob } from './storeCorLogModel.ts';

const numbers = [
  '2',
  '10',
  '02',
  '1.9',
  '1.10',
  'COR 7',
  'cor 11',
  'Ñ-3',
  'n-20',
  'CO_7*',
  '7]',
  '',
  '99999999999999999999',
];
const words = [
  'Électricité',
  'ELECTRICITE',
  'Straße',
  'strasse',
  '电气工程',
  'level 2',
  'Level 10',
  '[x]*?',
  'ΟΔΟΣ',
  '😀',
  'ﬁre',
];
const searches = [
  '',
  ' ',
  '7',
  'level',
  'LEVEL 10',
  'électr',
  'ss',
  '工程',
  '*',
  '?',
  '[x',
  ']',
  'οδοσ',
  'fire 2',
  '14',
  '200',
  'pier',
  '😀',
];
const instants = [
  '2026-03-08T07:59:59.999Z',
  '2026-03-08T08:00:00Z',
  '2026-03-09T06:59:59Z',
  '2026-03-09T00:00:00-07:00',
];
const days = ['', '', '2026-03-07', '2026-03-08', '2026-03-09'];
const projects = ['p1', 'p2', 'p3', 'p4'];

const text = (pool: readonly string[]) => fc.array(fc.constantFrom(...pool), { maxLength: 3 }).map((w) => w.join(' '));
const textOrNull = (pool: readonly string[]) => fc.option(text(pool), { nil: null });
const money = fc
  .tuple(fc.constantFrom('', '-'), fc.constantFrom('0', '9', '10', '10', '123456789012'), fc.constantFrom('00', '99'))
  .map(([sign, whole, cents]) => `${sign}${whole}.${cents}`);

const fields: fc.Arbitrary<Partial<Cor>> = fc.record({
  number: fc.constantFrom(...numbers),
  title: text(words),
  status: fc.constantFrom(...corStatuses),
  stage: textOrNull(words),
  projectId: fc.constantFrom(...projects),
  projectName: text(words),
  customerCoNumber: textOrNull(numbers),
  customerReferenceNumber: textOrNull(numbers),
  requestedAmount: money,
  inReviewAmount: money,
  approvedCoIssuedAmount: money,
  dateSubmitted: fc.option(fc.constantFrom(...instants), { nil: null }),
  daysInReview: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }),
});

type Step = { readonly id: string; readonly age: number; readonly fields: Partial<Cor> };
const step: fc.Arbitrary<Step> = fc.record({
  id: fc.integer({ min: 1, max: 40 }).map(String),
  age: fc.integer({ min: 0, max: 5 }),
  fields,
});
const state = fc.record({
  id: fc.integer({ min: 1, max: 40 }).map(String),
  state: fc.oneof(fc.constantFrom<SageState[]>('inSync', 'failed'), fc.constantFrom(...sageStates)),
  changeOrder: fc.constantFrom(null, '14', 'CO 7'),
});

const query: fc.Arbitrary<CorLogQuery> = fc.record({
  search: fc.constantFrom(...searches),
  projectId: fc.constantFrom('', '', '', ...projects),
  statuses: fc.oneof(fc.constant([]), fc.subarray([...corStatuses])),
  sageStates: fc.oneof(fc.constant([]), fc.subarray([...sageStates])),
  approvedNotInSage: fc.boolean(),
  submittedFrom: fc.constantFrom(...days),
  submittedTo: fc.constantFrom(...days),
  sort: fc.record({ column: fc.constantFrom(...corSortColumns), descending: fc.boolean() }),
  offset: fc.integer({ min: 0, max: 45 }),
  limit: fc.integer({ min: 1, max: 40 }),
});
/** Most filters at once leave nothing to see, so every set is also asked for all of it in some order. */
const everything = query.map((one) => ({ ...one, search: '', projectId: '', statuses: [], sageStates: [] }));
const plain = everything.map((one) => ({ ...one, approvedNotInSage: false, submittedFrom: '', submittedTo: '' }));

const set = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 60 }),
  states: fc.array(state, { maxLength: 20 }),
  mapped: fc.subarray(projects, { minLength: 1 }),
  queries: fc.tuple(query, query, everything, everything, plain, plain, plain),
});

const jobOf: Readonly<Record<string, ModelJob>> = {
  p1: { job: '200', name: 'Pier 14' },
  p2: { job: '1000', name: 'Électricité' },
  p3: { job: '30', name: '' },
  p4: { job: 'A-7', name: 'Straße 2' },
};
const timeZone = 'America/Los_Angeles';

it('the log answers as a plain filter and sort over all records would, for any set, filter, order and window', () => {
  const file = path.join(temporaryFolder(), 'plumbline.db');
  let company = 0;
  fc.assert(
    fc.property(set, ({ steps, states, mapped, queries }) => {
      // A company of its own for each set: so the sets before it must not show either.
      company += 1;
      const store = opened(file, companyIdOf(`company-${company}`));
      try {
        const model = new Map<string, ModelCor>();
        store.transaction(() => {
          store.settings.write({ ...store.settings.read(), timeZone });
          const jobs = Object.values(jobOf).filter(({ name }) => name !== '');
          store.sage.upsert(
            'job',
            jobs.map((one) => job(one.job, { name: one.name })),
          );
          for (const id of mapped) store.mappings.save(mapping(id, jobOf[id]?.job ?? ''));
          for (const { id, age, fields } of steps) {
            const updatedAt = new Date(Date.UTC(2026, 0, 1 + age)).toISOString();
            const next = cor(id, { ...fields, updatedAt });
            const known = model.get(id);
            const newer = known === undefined || known.cor.updatedAt < updatedAt;
            expect(store.cors.upsert([next], false)).toEqual(newer ? [id] : []);
            if (known === undefined) model.set(id, { cor: next, state: 'notInSage', changeOrder: null });
            else if (known.cor.updatedAt <= updatedAt) model.set(id, { ...known, cor: next });
          }
          for (const { id, state, changeOrder } of states) {
            store.cors.setSageState(id, state, changeOrder);
            const known = model.get(id);
            if (known !== undefined) model.set(id, { ...known, state, changeOrder });
          }
        });
        const jobs = new Map(mapped.flatMap((id) => (jobOf[id] === undefined ? [] : [[id, jobOf[id]] as const])));
        for (const one of queries) {
          const log = corLogSchema.parse(store.cors.list(one));
          const expected = expectedLog({ cors: [...model.values()], jobs, timeZone }, one);
          const counts: Partial<Record<SageState, number>> = log.counts;
          expect({ ids: log.rows.map((row) => row.id), total: log.total, counts }).toEqual(expected);
        }
      } finally {
        store.close();
      }
    }),
    { numRuns: 200 },
  );
});

it('the log answers the same for long lists, which it finds along an index, in every order', () => {
  const store = opened(path.join(temporaryFolder(), 'plumbline.db'));
  store.settings.write({ ...store.settings.read(), timeZone });
  for (const [id, one] of Object.entries(jobOf).slice(1)) store.mappings.save(mapping(id, one.job));
  const cors = fc.sample(fields, { numRuns: 4_000, seed: 7 }).map((one, n) => cor(String(n), one));
  store.cors.upsert(cors, false);
  const jobs = new Map(
    Object.entries(jobOf)
      .slice(1)
      .map(([id, { job }]) => [id, { job, name: '' }] as const),
  );
  const model = {
    cors: cors.map((one) => ({ cor: one, state: 'notInSage', changeOrder: null }) as const),
    jobs,
    timeZone,
  };
  const statuses = corStatuses.filter((status) => status !== 'rejected');
  for (const [n, column] of corSortColumns.entries()) {
    const wanted = { search: ' ', projectId: '', statuses, sageStates: [], approvedNotInSage: false, limit: 200 };
    const sort = { column, descending: n % 2 === 0 };
    const whole = expectedLog(model, { ...wanted, sort, submittedFrom: '', submittedTo: '', offset: 0, limit: 9_999 });
    expect(whole.total).toBeGreaterThan(2_300);
    for (const offset of [0, 900, 1_300, whole.total - 100]) {
      const log = store.cors.list({ ...wanted, sort, submittedFrom: '', submittedTo: '', offset });
      expect(
        log.rows.map((row) => row.id),
        `${column} from ${offset}`,
      ).toEqual(whole.ids.slice(offset, offset + 200));
      expect(log.total).toBe(whole.total);
    }
  }
  store.close();
});
