import type { Cor } from '#shared/domain/cor.ts';
import type { Draft } from '#shared/domain/draft.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { CorTransfer } from '#shared/domain/records.ts';
import type { Inspection } from '#shared/domain/sage/catalog.ts';
import type { ChangeOrder, CostCode, Job } from '#shared/domain/sage/facts.ts';
import { type Settings, standardSettings } from '#shared/domain/settings.ts';
import { planHash } from '../../electron/engine/context.ts';
import { planDraft } from '../../electron/engine/drafts/planning.ts';
import { plainCor } from '../records/plainCor.ts';
import { createChance } from './chance.ts';
import { type ItemTemplate, itemTemplates } from './items.ts';
import { wordOf } from './sage/commitsOf.ts';
import { costCodes, createTables, existing, type JobNumber, jobs } from './sage/company.ts';
import { silentFingerprint } from './sage/dialect.ts';
import { createServer, poison } from './sage/server.ts';
import { createMemoryDisk, type MemoryDisk } from './store/memoryDisk.ts';
import { createFaultPlan } from './world/faults.ts';
import { createInstallation } from './world/installation.ts';
import { createObserver } from './world/watchRun.ts';
import { createWorld } from './world/world.ts';

/** Transfers that scenarios are made of, each with its COR and planned by the real planner as a person would have approved it. */
export type Template = { readonly transfer: CorTransfer; readonly cor: Cor } | ItemTemplate;

type Kind = 'new' | 'unbudgeted' | 'typed' | 'existing' | 'poison';
/** For each job, in the order in which they are made. Small, so that many scenarios can be run. */
const kinds: readonly Kind[] = ['new', 'existing', 'unbudgeted', 'typed', 'unbudgeted', 'existing', 'poison'];

const instant = '2026-11-23T16:00:00.000Z';

const inspection: Inspection = {
  catalog: {
    fingerprint: silentFingerprint,
    readAt: instant,
    serverVersion: '',
    differences: [],
    limits: {},
    allocations: {},
  },
  rights: [],
  marker: { store: 'sampleFile', problem: null },
  serverTime: null,
};

/** What an installation knows of Sage when a scenario begins. */
function diskWithFacts(changeOrders: readonly ChangeOrder[]): MemoryDisk {
  const disk = createMemoryDisk();
  for (const number of jobs) disk.sage.job.set(number, jobFact(number));
  for (const code of costCodes) disk.sage.costCode.set(code, codeFact(code));
  disk.sage.costType.set('2', { number: '2', name: 'Labor' });
  for (const changeOrder of changeOrders) disk.sage.changeOrder.set(changeOrder.record, changeOrder);
  disk.inspection.set('inspection', inspection);
  return disk;
}

export type Markers = Settings['writing']['markers'];
export type Templates = {
  readonly all: Readonly<Record<Markers, readonly Template[]>>;
  readonly disk: (markers: Markers) => MemoryDisk;
};

export async function createTemplates(): Promise<Templates> {
  const facts: ChangeOrder[] = [];
  const all: Record<Markers, Template[]> = { table: [], recordFields: [] };
  await inQuietWorld(diskWithFacts([]), async (context) => {
    for (const job of jobs) {
      const read = await context.sage.changeOrder(existing[job]);
      if (read.ok && read.value !== null) facts.push(read.value);
    }
  });
  const disk = diskWithFacts(facts);
  await inQuietWorld(disk, async (context) => {
    for (const markers of ['table', 'recordFields'] as const) {
      keepMarkersIn(disk, markers);
      for (const job of jobs) {
        for (const [index, kind] of kinds.entries()) {
          const cor = corOf(`${job}-${index}`);
          context.store.cors.upsert([cor], true);
          const draft = draftOf(cor, job, kind);
          const planned = await planDraft(context, draft);
          if (!planned.ok || !planned.value.ok) throw new Error(`No plan of kind ${kind}: ${JSON.stringify(planned)}`);
          const plan = small(planned.value.plan);
          all[markers].push({ cor, transfer: transferOf(cor, draft, plan, planHash(plan)) });
        }
      }
      // Where the proofs are kept in the records, these are refused.
      all[markers].push(...itemTemplates(context, instant));
    }
  });
  return {
    all,
    disk: (markers) => {
      const fresh = diskWithFacts(facts);
      keepMarkersIn(fresh, markers);
      return fresh;
    },
  };
}

/** Where the proofs of plans that are made from now on are kept. */
export function keepMarkersIn({ settings }: MemoryDisk, markers: Markers): void {
  const { writing } = standardSettings;
  settings.set('settings', { ...standardSettings, writing: { ...writing, markers } });
}

async function inQuietWorld(
  disk: MemoryDisk,
  work: Parameters<ReturnType<typeof createInstallation>['person']>[0],
): Promise<void> {
  const chance = createChance(0);
  const world = createWorld(chance, () => undefined);
  const observer = createObserver((words) => {
    throw new Error(words);
  });
  const plan = createFaultPlan(chance, { points: [], commits: [] }, new Map());
  const server = createServer(createTables());
  const installation = createInstallation({ name: 'p', world, server, disk, plan, observer, goesOn: () => false });
  world.at(0, () => installation.person(work));
  world.start();
  await world.finished;
}

function transferOf(cor: Cor, draft: Draft, plan: Plan, hash: string): CorTransfer {
  return {
    cloud: 'clearstory',
    id: cor.id,
    businessKey: plan.businessKey,
    title: plan.title,
    corIds: [cor.id],
    job: draft.job,
    draft,
    plan,
    planHash: hash,
    approvedCors: [cor],
    newestRecord: existing['2402'],
    state: { name: 'queued', since: instant, attempt: 0 },
    attempts: [],
    receipt: null,
    createdAt: instant,
    createdBy: 'Dana',
    approvedAt: instant,
    approvedBy: 'Dana',
    updatedAt: instant,
  };
}

/** What a header must have, and one of each way in which a cell gets its value: the others only take time. */
const headerColumns = [
  '_idnum',
  'recnum',
  'chgnum',
  'jobnum',
  'phsnum',
  'dscrpt',
  'status',
  'appamt',
  'usrdf2',
  'usrnme',
  'upddte',
];

function small(plan: Plan): Plan {
  const steps = plan.steps.map((step) =>
    step.table === 'prmchg' && step.op === 'insert'
      ? { ...step, columns: step.columns.filter(({ column }) => headerColumns.includes(column)) }
      : step,
  );
  return { ...plan, steps };
}

function draftOf(cor: Cor, job: JobNumber, kind: Kind): Draft {
  const description = `COR ${cor.number} ${wordOf(cor)}${kind === 'poison' ? poison : ''}`;
  const record = existing[job];
  return {
    job,
    corIds: [cor.id],
    target: kind === 'existing' ? { mode: 'existing', record } : { mode: 'new' },
    header: {
      numbering: kind === 'typed' ? 'typed' : 'next',
      number: kind === 'typed' ? `T${cor.number}` : '',
      date: '2026-11-23',
      description,
      status: '1',
      type: '',
      phase: '0',
      clientPo: '',
      reason: '',
      delayRequested: '',
      delayApproved: '',
      submitted: '2026-11-02',
      approvedOn: '2026-11-18',
      notes: '',
    },
    prime: [
      {
        id: 'p1',
        corId: cor.id,
        description,
        requested: '1000.00',
        approved: '950.00',
        costCode: '',
        costType: '',
        line: null,
      },
    ],
    budget: kind === 'unbudgeted' || kind === 'typed' ? [] : [budgetLine(cor, description)],
  };
}

function budgetLine(cor: Cor, description: string): Draft['budget'][number] {
  return {
    id: 'b1',
    corId: cor.id,
    description,
    costCode: costCodes[0],
    costType: '2',
    shareMode: 'amount',
    share: '950.00',
    multiplier: '0.8',
    hours: '',
    units: '',
    subcontract: null,
    line: null,
  };
}

function corOf(id: string): Cor {
  return plainCor(id, {
    id,
    entryMethod: 'created',
    status: 'approved_co_issued',
    projectId: 'p-1',
    projectName: 'Lincoln School',
    requestedAmount: '1000.00',
    inReviewAmount: '0.00',
    approvedCoIssuedAmount: '950.00',
    dateSubmitted: '2026-11-02T15:00:00.000Z',
    coIssueDate: '2026-11-18T15:00:00.000Z',
    daysInReview: 16,
    createdAt: instant,
    updatedAt: instant,
  });
}

function jobFact(number: string): Job {
  return {
    number,
    name: `Job ${number}`,
    shortName: '',
    status: '4',
    inactive: false,
    clientNumber: null,
    clientName: '',
    contract: '0.00',
    address: { street: '', city: '', state: '', zip: '' },
    phone: '',
    startDate: null,
    completionDate: null,
    updated: '',
  };
}

function codeFact(code: string): CostCode {
  return { code, name: 'Work', division: '15', divisionName: '', unit: '', inactive: false };
}
