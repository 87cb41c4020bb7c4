import { zero } from '../money.ts';
import type { Check, PlannedColumn, Refusal, Step } from '../plan.ts';
import type { ProcoreProject } from '../procore/records.ts';
import { longestTextOf } from '../sage/catalog/limits.ts';
import { jobStatuses } from '../sage/enumerations.ts';
import { collapseSpaces } from '../text.ts';
import { budgetHeader, insertBudgetRow } from './budget/rows.ts';
import { Refusals } from './changeOrder/fields.ts';
import { entered, fixed, insertedAudit, orNull, taken, updatedAudit } from './changeOrder/steps.ts';
import { type CodeList, nameRefusals, newCodes, type UsedCode } from './costCodes/newCodes.ts';
import { type ItemPlanning, itemPlan, type PlannedItem } from './itemPlan.ts';
import { typedNumber } from './typedNumber.ts';

/** What accepting a project says besides what Procore knows of it; texts only where Procore's do not fit. */
export type JobChoices = {
  readonly number: string;
  /** 1 Bid … 6 Closed. */
  readonly status: string;
  /** Client number; empty: none. */
  readonly client: string;
  readonly name?: string;
  readonly shortName?: string;
  readonly address1?: string;
  readonly address2?: string;
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
};

export type JobCreate = ItemPlanning &
  CodeList & {
    readonly project: ProcoreProject;
    readonly choices: JobChoices;
    readonly used: readonly UsedCode[];
    /** Whose the number is already in Sage; null: it is free. */
    readonly taken: { readonly name: string } | null;
  };

/**
 * The plan of a new job (3-5) from a project of Procore, with the shell of its budget (6-2): one row without money for each cost code of
 * the project.
 */
export function planJobCreate(input: JobCreate): PlannedItem {
  const { choices, used, costCodes } = input;
  const refusals = new Refusals(input.catalog.limits);
  const number = typedNumber(refusals, {
    field: 'number',
    label: 'Job number',
    typed: choices.number,
    table: 'actrec',
    taken: input.taken?.name ?? null,
  });
  if (!Object.hasOwn(jobStatuses, choices.status)) {
    refusals.add('status', choices.status, `Job status '${choices.status}' is none of Sage's: choose one of the list.`);
  }
  if (choices.client !== '' && !/^[1-9]\d*$/.test(choices.client)) {
    refusals.add(
      'client',
      choices.client,
      `Client number '${choices.client}' is not a whole number: type the Client# of 3-6, or leave it empty.`,
    );
  }
  const texts = jobTexts(input.project, choices);
  for (const [field, { column, text, required }] of Object.entries(texts)) {
    refusals.text(field, text, 'actrec', column, required === true);
  }
  const fresh = newCodes(used, input);
  const missing = used.filter(({ code }) => !costCodes.has(code));
  const all: readonly Refusal[] = [
    ...refusals.list,
    ...nameRefusals(missing, longestTextOf(input.catalog.limits, 'cstcde', 'cdenme')),
    ...fresh.refusals,
  ];
  if (all.length > 0 || number === null) return { ok: false, refusals: all };
  const rows = used.map(({ code, name }) =>
    insertBudgetRow({ job: number, code, name: costCodes.get(code)?.name ?? name, amounts: new Map() }, true),
  );
  const name = texts.name?.text ?? '';
  return itemPlan(input, {
    kind: 'job.create',
    businessKey: `job/${number}`,
    target: { job: number, phase: '0', table: 'actrec', record: null, number },
    checks: [numberCheck('actrec', number), ...clientCheck(choices.client), ...fresh.checks],
    steps: [...fresh.steps, insertJob(number, choices, texts), budgetHeader(number, input.today), ...rows],
    lines: rows.length,
    sums: [{ label: 'Budget', amount: zero }],
    title: `Job ${number} ${name} from Procore, with ${rows.length} budget rows without money`,
    warnings: fresh.steps.map(({ title }) => `${title} is new in Sage (6-5), for every job.`),
    undo: [`To undo: delete job ${number} in Sage 3-5 while nothing uses it; its budget (6-2) goes first.`],
    fieldOf: (step, column) =>
      step.table === 'actrec'
        ? (Object.entries(texts).find(([, text]) => text.column === column)?.[0] ?? 'number')
        : step.id,
  });
}

type JobText = { readonly column: string; readonly text: string; readonly required?: true };

/** Each text of the new job, by the name of its choice. */
export function jobTexts(
  { name, address }: ProcoreProject,
  choices: Omit<JobChoices, 'number' | 'status' | 'client'>,
): Readonly<Record<string, JobText>> {
  const said = (choice: string | undefined, procore: string) => collapseSpaces(choice ?? procore);
  return {
    name: { column: 'jobnme', text: said(choices.name, name), required: true },
    shortName: { column: 'shtnme', text: said(choices.shortName, name), required: true },
    address1: { column: 'addrs1', text: said(choices.address1, address.street) },
    address2: { column: 'addrs2', text: said(choices.address2, '') },
    city: { column: 'ctynme', text: said(choices.city, address.city) },
    state: { column: 'state_', text: said(choices.state, address.state) },
    zip: { column: 'zipcde', text: said(choices.zip, address.zip) },
  };
}

function insertJob(number: string, choices: JobChoices, texts: ReturnType<typeof jobTexts>): Step {
  const columns: readonly PlannedColumn[] = Object.values(texts).map(({ column, text }) => entered(column, text));
  return {
    id: 'job',
    op: 'insert',
    table: 'actrec',
    key: {},
    corId: null,
    title: `Job ${number}: ${texts.name?.text ?? ''}`,
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      entered('recnum', number),
      entered('status', choices.status),
      entered('clnnum', orNull(choices.client)),
      ...columns,
      fixed('inactv', '0', 'Active'),
      fixed('ntetxt', '', 'No notes'),
      ...insertedAudit,
      ...updatedAudit,
    ],
  };
}

function numberCheck(table: string, number: string): Check {
  return {
    table,
    where: { recnum: number },
    expect: 'none',
    columns: {},
    sentence: `Job number ${number} was taken in Sage 3-5 meanwhile: type another one.`,
  };
}

function clientCheck(client: string): readonly Check[] {
  if (client === '') return [];
  const sentence = `Client ${client} is not in Sage (3-6): type another one, or leave it empty.`;
  return [{ table: 'reccln', where: { recnum: client }, expect: 'one', columns: {}, sentence }];
}
