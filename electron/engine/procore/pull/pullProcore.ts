import { addMinutesTo } from '#shared/domain/dates.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { projectsToRead } from '#shared/domain/procore/pollOrder.ts';
import type { ProcoreProject } from '#shared/domain/procore/records.ts';
import { sweepDue } from '#shared/domain/schedule.ts';
import type { Context } from '../../context.ts';
import type { ReadList } from '../../ports/procoreAccount.ts';
import type { PullCount } from '../../pull/sagePull.ts';
import { autoAddCombinations } from '../kinds/budget/autoAdd.ts';
import { keepRecords } from './keepRecords.ts';
import { noteMissingCompanies } from './missing.ts';
import { polledProjects } from './polledProjects.ts';
import { readProject } from './readProject.ts';

/** Pages drift while data changes, and clocks differ: read this far back each time. */
const overlapMinutes = 15;

/** What one run read. The limit of Procore's calls is no fault: the run stops there, and the next one goes on. */
export type ProcorePull = PullCount & {
  readonly projectsRead: number;
  readonly projectsLeft: number;
  /** Why a single project could not be read, where the run went on to the next one. */
  readonly unread: Failure | null;
};

/** What Procore may answer of one project and not of the next: the others are read all the same. */
const ofOneProject = new Set([
  'procore.noAccess',
  'procore.notVisible',
  'procore.notOffered',
  'procore.rejected',
  'procore.unreadable',
  'procore.budgetView',
]);

/**
 * Reads what may have changed in Procore: the company's own lists, then projects in the order of their need. Every project that was
 * read stays read, so that a run that meets Procore's limit, or loses contact, is continued by the next one.
 */
export async function pullProcore(context: Context): Promise<ProcorePull> {
  const none = { rowsRead: 0, changed: 0, failure: null, projectsRead: 0, projectsLeft: 0, unread: null };
  if (!context.procore.configured()) return none;
  const lists = await readCompany(context);
  if (lists.failure !== null) return { ...none, ...lists };
  let { rowsRead, changed } = lists;
  const order = projectsToRead(polledProjects(context), context.clock.now());
  let unread: Failure | null = null;
  let projectsRead = 0;
  const sofar = () => ({ rowsRead, changed, projectsRead, projectsLeft: order.length - projectsRead, unread });
  for (const { id, deep } of order) {
    const read = await readProject(context, id, { overlapMinutes, deep });
    rowsRead += read.rowsRead;
    changed += read.changed;
    if (read.failure === null) projectsRead += 1;
    else if (ofOneProject.has(read.failure.code)) unread ??= read.failure;
    else return { ...sofar(), failure: read.failure };
  }
  autoAddCombinations(context);
  return { ...sofar(), failure: null };
}

/** Projects and vendors by their change time, once a night whole; the small lists of codes and types whole. */
async function readCompany(context: Context): Promise<PullCount> {
  const { store, procore, clock } = context;
  const startedAt = clock.now();
  const sweep = sweepDue(store.notes.read('procore.sweptAt'), startedAt, store.settings.read().timeZone);
  const watermark = store.notes.read('procore.watermark');
  const updatedFrom = sweep || watermark === null ? null : addMinutesTo(watermark, -overlapMinutes);
  let rowsRead = 0;
  let changed = 0;
  const keep = <K extends 'project' | 'vendor' | 'costCode' | 'costType'>(
    kind: K,
    list: Parameters<typeof keepRecords<K>>[2],
  ) => {
    rowsRead += list.records.length;
    // What is not listed may only be hidden from the account: nothing is forgotten here.
    changed += keepRecords(context, kind, list, { forget: null }).length;
  };
  const projects = await procore.projects({ updatedFrom });
  if (!projects.ok) return { rowsRead, changed, failure: projects.failure };
  keep('project', withKnownDetail(context, projects.value));
  const vendors = await procore.vendors({ updatedFrom });
  if (!vendors.ok) return { rowsRead, changed, failure: vendors.failure };
  keep('vendor', vendors.value);
  if (updatedFrom === null) noteMissingCompanies(context, new Set(vendors.value.records.map(({ id }) => id)));
  const codes = await procore.companyCostCodes();
  if (!codes.ok) return { rowsRead, changed, failure: codes.failure };
  keep('costCode', codes.value);
  const types = await procore.costTypes();
  if (!types.ok) return { rowsRead, changed, failure: types.failure };
  keep('costType', types.value);
  store.transaction(() => {
    store.notes.write('procore.watermark', startedAt);
    if (sweep) store.notes.write('procore.sweptAt', startedAt);
  });
  return { rowsRead, changed, failure: null };
}

/** The list does not say who owns a project and which cost codes it has: what the project's own page said stays. */
function withKnownDetail(context: Context, list: ReadList<ProcoreProject>) {
  const { records } = context.store.procore;
  return {
    ...list,
    records: list.records.map((project) => {
      const known = records.get('project', project.id);
      if (known === null) return project;
      return { ...project, costCodeList: known.costCodeList, erpIntegrated: known.erpIntegrated };
    }),
  };
}
