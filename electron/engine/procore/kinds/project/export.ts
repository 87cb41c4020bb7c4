import type { ChoiceField, Choices } from '#shared/contract/procore.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { type JobChoices, jobTexts, planJobCreate } from '#shared/domain/plans/job.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import type { ProcoreProject } from '#shared/domain/procore/records.ts';
import { numberDifference } from '#shared/domain/procore/rules/project.ts';
import { jobStatuses } from '#shared/domain/sage/enumerations.ts';
import type { Context } from '../../../context.ts';
import { catalogForPlans } from '../../../writing/inspectCompany.ts';
import type { Accepting, ItemKindModule } from '../../kindModule.ts';
import { queueAct } from '../../queueAct.ts';
import { agreedOf, saveCodesLink } from '../costCodes/links.ts';
import { codeOrigins } from '../costCodes/origins.ts';
import { codeChoices, codeRefusals, saidCodes } from '../shared/codeChoices.ts';
import { projectCodes } from '../shared/codes.ts';
import { listChoice, overflowChoices, textChoice } from '../shared/overflow.ts';
import { pairedWith } from '../shared/pairedWith.ts';
import { planningOf } from '../shared/planning.ts';
import { codeList } from '../shared/sageFacts.ts';
import { saveProjectLink, told } from './links.ts';

/** the job number is typed; the project's own is proposed where Sage could keep it as it is. */
export async function exportChoices(
  context: Context,
  project: ProcoreProject,
): Promise<Result<readonly ChoiceField[]>> {
  const catalog = await catalogForPlans(context);
  if (!catalog.ok) return catalog;
  const usable = /^[1-9]\d{0,17}$/.test(project.number);
  const statuses = Object.entries(jobStatuses).map(([value, word]) => ({ value, label: `${value}-${word}` }));
  const hint = usable
    ? 'The job may have another number than the project.'
    : `The project's number '${project.number}' cannot be a job number: Sage keeps digits only.`;
  return succeed([
    { ...textChoice('number', 'Job#', usable ? project.number : '', hint), required: true, limit: 18 },
    listChoice('status', 'Status', '4', statuses),
    { ...textChoice('client', 'Client#', '', 'Of Sage 3-6; may stay empty.'), limit: 18 },
    ...overflowChoices(jobTexts(project, {}), 'actrec', catalog.value.limits),
    ...codeChoices(projectCodes(context, project.id), codeList(context)),
  ]);
}

/** The plan of the job with the shell of its budget. */
export async function exportProject(
  context: Context,
  key: ItemKey,
  project: ProcoreProject,
  choices: Choices,
): Promise<Result<Accepting>> {
  const planning = await planningOf(context, key, project.number);
  if (!planning.ok) return fail(planning.failure);
  const codes = projectCodes(context, project.id, saidCodes(choices));
  const refusals = codeRefusals(codes);
  if (refusals.length > 0) return succeed({ ok: false, refusals });
  const { number = '', status = '', client = '', division = '', ...texts } = choices;
  const said: JobChoices = { number, status, client: client.trim(), ...texts };
  const planned = planJobCreate({
    ...planning.value,
    project,
    choices: said,
    used: codes.used,
    costCodes: codeList(context),
    division,
    taken: context.store.sage.get('job', number.trim()) ?? pairedWith(context, 'project', number.trim()),
  });
  if (!planned.ok) return succeed(planned);
  const difference = numberDifference(project.number, number.trim());
  const warnings = difference === null ? planned.plan.warnings : [...planned.plan.warnings, difference];
  return succeed({ ok: true, as: { into: 'sage', plan: { ...planned.plan, warnings }, cautions: [] } });
}

/** The job is in Sage: project and codes are paired before Procore is told. */
export const settleExport: ItemKindModule['settleTransfer'] = (context, key, applied) => {
  const { store, company } = context;
  const project = key.id.slice(2);
  const job = applied.plan.target.number;
  if (job === null) throw new Error(`Project ${key.id} was written without a job number`);
  const name = store.procore.records.get('project', project)?.name ?? project;
  const { transferId, by } = applied;
  saveProjectLink(context, { project, job, owner: 'procore', name, transferId, by });
  const agreed = agreedOf(projectCodes(context, project, saidCodes(applied.choices)));
  saveCodesLink(context, { project, job, owner: 'procore', agreed, transferId, by });
  queueAct(context, {
    item: key,
    purpose: 'acknowledge',
    title: `Project ${name} is job ${job} in Sage`,
    calls: [
      ...codeOrigins(context, project, job, agreed),
      { op: 'project.origin', project, origin: { id: originIdOf(company, 'job', job), code: job } },
    ],
    settle: JSON.stringify(told),
    by,
  });
};
