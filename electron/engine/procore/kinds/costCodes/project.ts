import type { ChoiceField, Choices } from '#shared/contract/procore.ts';
import { displayCostCode } from '#shared/domain/costCode.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { planCostCodeUpdate } from '#shared/domain/plans/costCodeUpdate.ts';
import { agreedCode } from '#shared/domain/procore/codes.ts';
import { type ItemKey, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import { codesUnmet, codeUpdate } from '#shared/domain/procore/rules/costCodes.ts';
import type { Context } from '../../../context.ts';
import type { Accepting, ItemFacts } from '../../kindModule.ts';
import { bareFacts } from '../shared/bareFacts.ts';
import { codeChoices, codeRefusals, saidCodes } from '../shared/codeChoices.ts';
import { type ProjectCodes, projectCodes, sageCodeList, spellings, typeCodes } from '../shared/codes.ts';
import { jobCodes } from '../shared/jobCodes.ts';
import { itemGone, planningOf, refusedAs } from '../shared/planning.ts';
import { budgetOf, codeList, sageReadSince } from '../shared/sageFacts.ts';
import { agreedPairs, agreedSageCodes, type Settle } from './links.ts';
import { removedPairs } from './removed.ts';

type Standing = {
  readonly codes: ProjectCodes;
  /** Of Sage: what the job lacks. */
  readonly toSage: readonly string[];
  /** Of the job: what the project lacks. */
  readonly toProcore: readonly { readonly code: string; readonly types: readonly string[] }[];
};

function standingOf(context: Context, project: string, job: string, typed = {}): Standing {
  const codes = projectCodes(context, project, typed);
  const ofJob = jobCodes(context, job);
  const link = context.store.procore.links.get(procoreItem('costCodes', project));
  const agreed = agreedSageCodes(link?.agreed ?? {});
  const inJob = new Set(ofJob.map(({ code }) => code));
  // What was just written is in Sage before it was read there.
  const written = link === null || sageReadSince(context, link.at) ? new Set<string>() : agreed;
  const theirs = new Set(codes.mapping.pairs.values());
  return {
    codes,
    toSage: codeUpdate(codes.typed, agreedPairs(link?.agreed ?? {}), new Set([...inJob, ...written])).codes,
    toProcore: ofJob.filter(({ code, types }) => !theirs.has(code) && !agreed.has(code) && types.length > 0),
  };
}

/** The codes of a project that is a job. */
export function projectCodesFacts(context: Context, project: ProcoreLink): ItemFacts {
  const { records, links } = context.store.procore;
  const key = procoreItem('costCodes', project.procoreId);
  const { codes, toSage, toProcore } = standingOf(context, project.procoreId, project.sageKey);
  const name = records.get('project', project.procoreId)?.name ?? project.agreed.name ?? '';
  const open = codes.mapping.open.length;
  const fresh = toSage.length + open;
  const words = fresh > 0 ? `${fresh} new for Sage` : `${toProcore.length} of the job are not in the project`;
  const unmet = codesUnmet(true, { ...codes.mapping, open: [] }, codes.untyped);
  return {
    ...bareFacts(key, `Cost codes of ${name}`),
    direction: fresh > 0 ? 'export' : 'import',
    number: project.sageNumber,
    place: name,
    project: project.procoreId,
    updatedAt: records.get('project', project.procoreId)?.updatedAt ?? null,
    link: links.get(key),
    update: fresh + toProcore.length === 0 ? null : words,
    unmet: fresh > 0 ? unmet : [],
    discrepancies: removedPairs(context, project.procoreId, codes),
  };
}

export function projectCodesChoices(context: Context, project: ProcoreLink): readonly ChoiceField[] {
  const { codes, toSage } = standingOf(context, project.procoreId, project.sageKey);
  return toSage.length + codes.mapping.open.length === 0 ? [] : codeChoices(codes, codeList(context));
}

export async function acceptProjectCodes(
  context: Context,
  key: ItemKey,
  project: ProcoreLink,
  choices: Choices,
): Promise<Result<Accepting>> {
  const standing = standingOf(context, project.procoreId, project.sageKey, saidCodes(choices));
  const { codes, toSage } = standing;
  if (toSage.length + codes.mapping.open.length === 0) return intoProcore(context, project, standing);
  const refusals = codeRefusals(codes);
  if (refusals.length > 0) return succeed({ ok: false, refusals });
  const job = context.store.sage.get('job', project.sageKey);
  if (job === null) return fail(itemGone(`Job ${project.sageNumber}`));
  const planning = await planningOf(context, key, job.number);
  if (!planning.ok) return planning;
  const budget = await context.sage.record('budget', job.number);
  if (!budget.ok) return budget;
  const planned = planCostCodeUpdate({
    ...planning.value,
    job,
    used: codes.used,
    costCodes: codeList(context),
    division: choices.division ?? '',
    sage: budget.value === null ? null : budgetOf(budget.value),
  });
  return succeed(planned.ok ? { ok: true, as: { into: 'sage', plan: planned.plan, cautions: [] } } : planned);
}

/** What the job uses and the project does not have. */
function intoProcore(context: Context, project: ProcoreLink, { toProcore }: Standing): Result<Accepting> {
  if (toProcore.length === 0) {
    const sentence = 'Project and job have the same cost codes.';
    return refusedAs({ field: 'codes', value: project.sageNumber, sentence });
  }
  const types = typeCodes(context);
  const unknown = [...new Set(toProcore.flatMap((one) => one.types))].filter((type) => !types.has(type));
  if (unknown.length > 0) {
    const sentence = `Procore has no cost type for Sage's ${unknown.join(', ')}: bring the company's cost types in first.`;
    return refusedAs({ field: 'costTypes', value: unknown.join(', '), sentence });
  }
  const names = codeList(context);
  const spell = spellings(context, sageCodeList(context));
  const settle: Settle = {
    what: 'project',
    agreed: Object.fromEntries(toProcore.map(({ code }) => [agreedCode(spell(code)), code])),
  };
  return succeed({
    ok: true,
    as: {
      into: 'procore',
      purpose: 'update',
      title: `${toProcore.length} cost codes of job ${project.sageNumber} into its project`,
      calls: [
        {
          op: 'costCodes.project',
          project: project.procoreId,
          list: sageCodeList(context),
          codes: toProcore.map(({ code, types: used }) => ({
            originId: originIdOf(context.company, 'costCode', project.sageKey, code),
            code: spell(code),
            name: names.get(code)?.name ?? displayCostCode(code),
            types: used.map((type) => types.get(type) ?? type),
          })),
        },
      ],
      sums: [],
      warnings: [],
      cautions: [],
      settle: JSON.stringify(settle),
    },
  });
}
