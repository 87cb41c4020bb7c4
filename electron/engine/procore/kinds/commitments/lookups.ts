import { procoreItem } from '#shared/domain/procore/item.ts';
import type { CodedLine, CodingFacts } from '#shared/domain/procore/rules/coding.ts';
import type { SendingFacts } from '#shared/domain/procore/rules/commitment.ts';
import type { Context } from '../../../context.ts';
import { projectCodes, typePairs } from '../shared/codes.ts';
import { codeList, knownBudget } from '../shared/sageFacts.ts';

/** What commitments, their changes and the board ask of projects, vendors and codes again and again: looked up once for a whole list. */
export type Lookups = {
  /** `24-017 Pier 9`, for people. */
  readonly projectName: (project: string) => string;
  readonly sending: (project: string, company: string | null) => SendingFacts;
};

export function sendingLookups(context: Context): Lookups {
  const { procore } = context.store;
  const list = codeList(context);
  const types = typePairs(context);
  const jobs = new Map(procore.links.all('project').map((link) => [link.procoreId, link.sageKey]));
  const vendors = new Map(procore.links.all('vendor').map((link) => [link.procoreId, link.sageKey]));
  const names = new Map(procore.records.all('project').map(({ id, name }) => [id, name]));
  const currency = agreedCurrency(context);
  const codings = new Map<string, CodingFacts>();
  const codingOf = (project: string) => {
    const known = codings.get(project) ?? codingFacts(context, project, jobs.get(project) ?? null, list, types);
    codings.set(project, known);
    return known;
  };
  return {
    projectName: (project) => names.get(project) ?? project,
    sending: (project, company) => ({
      projectName: names.get(project) ?? project,
      job: jobs.get(project) ?? null,
      vendor: company === null ? null : (vendors.get(company) ?? null),
      coding: codingOf(project),
      currency,
    }),
  };
}

function codingFacts(
  context: Context,
  project: string,
  job: string | null,
  list: ReadonlyMap<string, unknown>,
  types: ReturnType<typeof typePairs>,
): CodingFacts {
  const { mapping } = projectCodes(context, project, {}, types);
  const budget = job === null ? null : knownBudget(context, job);
  const inBudget = new Set((budget?.rows ?? []).map(({ costCode }) => costCode));
  const phases = context.store.procore.links
    .all('subJob', project)
    .map(({ procoreId, sageKey }) => [procoreId, sageKey.split('/').at(-1) ?? ''] as const);
  return {
    pairs: mapping.pairs,
    costTypes: types,
    phases: new Map(phases),
    inSage: (code) => list.has(code),
    // Without a job nothing can be applied yet, and that is said already.
    waiting: new Set(
      job === null ? [] : [...mapping.pairs].flatMap(([fullCode, code]) => (inBudget.has(code) ? [] : [fullCode])),
    ),
  };
}

/** Sage keeps no currency on its records: the first commitment that was linked says which one the books are in. */
function agreedCurrency({ store }: Context): string | null {
  for (const { agreed } of store.procore.links.all('commitment')) {
    if (agreed.currency !== undefined && agreed.currency !== '') return agreed.currency;
  }
  return null;
}

/** The job that a project is linked with; null: it is not. */
export function jobOf({ store }: Context, project: string): string | null {
  return store.procore.links.get(procoreItem('project', project))?.sageKey ?? null;
}

/** Where a record would go in Sage by the links of this moment: what was approved for one job, vendor or code is never written to another. */
export function partnersOf(context: Context, project: string, company: string | null, lines: readonly CodedLine[]) {
  const { job, vendor, coding } = sendingLookups(context).sending(project, company);
  const codings = lines.map(({ coding: own }) => ({
    costCode: coding.pairs.get(own.fullCode ?? '') ?? null,
    costType: coding.costTypes.get(own.costType ?? '') ?? null,
    phase: own.subJob === null ? '0' : (coding.phases.get(own.subJob) ?? null),
  }));
  return { sageJob: job, sageVendor: vendor, codings };
}
