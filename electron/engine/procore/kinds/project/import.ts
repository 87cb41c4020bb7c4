import type { ChoiceField, Choices } from '#shared/contract/procore.ts';
import { displayCostCode } from '#shared/domain/costCode.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import { jobImportUnmet } from '#shared/domain/procore/rules/project.ts';
import type { CostCode, Job } from '#shared/domain/sage/facts.ts';
import type { Context } from '../../../context.ts';
import type { Accepting } from '../../kindModule.ts';
import { agreedOf } from '../costCodes/links.ts';
import { sageCodeList, spellings, typeCodes } from '../shared/codes.ts';
import { jobCodes } from '../shared/jobCodes.ts';
import { listChoice } from '../shared/overflow.ts';
import { refusedAs } from '../shared/planning.ts';
import { allOfSage, codeList } from '../shared/sageFacts.ts';
import type { Settle } from './links.ts';

/** a template of Procore's or none. R-017: what codes without a category get, where there are such codes. */
export async function importChoices(context: Context, job: Job): Promise<Result<readonly ChoiceField[]>> {
  const templates = await context.procore.templates();
  if (!templates.ok) return templates;
  const chosen = context.store.settings.read().procore.template;
  const known = templates.value.some(({ id }) => id === chosen);
  const untyped = jobCodes(context, job.number).filter(({ types }) => types.length === 0);
  return succeed([
    {
      ...listChoice('template', 'Project template', known ? chosen : '', [
        { value: '', label: 'No template' },
        ...templates.value.map(({ id, name }) => ({ value: id, label: name })),
      ]),
      required: false,
    },
    ...(untyped.length === 0 ? [] : [untypedChoice(context, untyped.length)]),
  ]);
}

function untypedChoice(context: Context, count: number): ChoiceField {
  const types = allOfSage(context, 'costType').map(({ number, name }) => ({
    value: number,
    label: `${number}-${name}`,
  }));
  return {
    ...listChoice(
      'untyped',
      'Cost type of codes without one',
      '',
      [{ value: '', label: 'None: refuse them' }, ...types],
      `${count} cost ${count === 1 ? 'code' : 'codes'} of this job have no money in any category, so Sage does not say which they are for.`,
    ),
    required: false,
  };
}

export async function importJob(context: Context, job: Job, choices: Choices): Promise<Result<Accepting>> {
  const list = sageCodeList(context);
  const given = (choices.untyped ?? '') === '' ? [] : [choices.untyped ?? ''];
  const found = jobCodes(context, job.number);
  const unmet = jobImportUnmet(job, found, { sageList: list, given });
  if (unmet.length > 0) {
    return refusedAs(...unmet.map(({ field, value, sentence }) => ({ field, value, sentence })));
  }
  const types = typeCodes(context);
  const codes = found.map(({ code, types: own }) => ({ code, types: own.length === 0 ? given : own }));
  const unknown = [...new Set(codes.flatMap((code) => code.types))].filter((type) => !types.has(type));
  if (unknown.length > 0) {
    const sentence = `Procore has no cost type for Sage's ${unknown.join(', ')}: bring the cost types in first, under Cost codes.`;
    return refusedAs({ field: 'costTypes', value: unknown.join(', '), sentence });
  }
  return succeed({ ok: true, as: importedAs(context, { job, list, template: choices.template ?? '', codes }) });
}

type Imported = {
  readonly job: Job;
  readonly list: string | null;
  /** Empty: none. */
  readonly template: string;
  readonly codes: readonly { readonly code: string; readonly types: readonly string[] }[];
};

function importedAs(context: Context, { job, list, template, codes }: Imported) {
  const { company } = context;
  const names = codeList(context);
  const types = typeCodes(context);
  const spell = spellings(context, list);
  const { street, city, state, zip } = job.address;
  const settle: Settle = {
    what: 'linked',
    job: job.number,
    owner: 'sage',
    codes: agreedOf({
      mapping: { pairs: new Map(codes.map(({ code }) => [spell(code), code])), open: [], doubled: [] },
      typed: new Map(codes.map((one) => [one.code, new Set(one.types)])),
    }),
  };
  return {
    into: 'procore',
    purpose: 'import',
    title: `Job ${job.number} ${job.name} as a project in Procore, with ${codes.length} cost codes`,
    calls: [
      {
        op: 'project.upsert',
        originId: originIdOf(company, 'job', job.number),
        originCode: job.number,
        template: template === '' ? null : template,
        fields: { name: job.name, number: job.number, street, city, state, zip },
      },
      ...(codes.length === 0
        ? []
        : [
            {
              op: 'costCodes.project' as const,
              project: { call: 0 },
              list,
              codes: codes.map((one) => ({
                originId: originIdOf(company, 'costCode', job.number, one.code),
                code: spell(one.code),
                name: nameOf(names, one.code),
                types: one.types.map((type) => types.get(type) ?? type),
              })),
            },
          ]),
    ],
    sums: [],
    warnings: [],
    cautions: [],
    settle: JSON.stringify(settle),
  } as const;
}

function nameOf(names: ReadonlyMap<string, CostCode>, code: string): string {
  return names.get(code)?.name ?? displayCostCode(code);
}
