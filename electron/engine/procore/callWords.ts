import type { PreviewStep } from '#shared/contract/procore.ts';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';

type Columns = PreviewStep['columns'];

const fieldWords: Readonly<Record<string, string>> = {
  name: 'Name',
  number: 'Number',
  abbreviation: 'Abbreviated name',
  street: 'Address',
  city: 'City',
  state: 'State',
  zip: 'Zip',
  phone: 'Business phone',
  email: 'E-mail',
  startDate: 'Start date',
  completionDate: 'Completion date',
  value: 'Total value',
};

/** A call to Procore as a person reads it: one entry for each record that it writes. */
export function callSteps(call: ProcoreCall): readonly PreviewStep[] {
  switch (call.op) {
    case 'project.upsert':
      return [step('Procore, projects', `Project ${call.fields.name ?? ''}`, fieldColumns(call.fields))];
    case 'vendor.upsert':
      return [step('Procore, company directory', `Company ${call.fields.name ?? ''}`, fieldColumns(call.fields))];
    case 'vendor.update':
      return [step('Procore, company directory', 'The company', fieldColumns(call.fields))];
    case 'costCodes.company':
      return call.codes.map(({ code, name }) => codeStep(`Procore, cost code list ${call.list}`, code, name));
    case 'costTypes.company':
      return call.types.map(({ code, name }) => codeStep('Procore, cost types', code, name));
    case 'costCodes.project':
      return call.codes.map(({ code, name, types }) =>
        step('Procore, cost codes of the project', `${code} ${name}`, [column('Cost types', types.join(', '))]),
      );
    case 'subJob.upsert':
      return [codeStep('Procore, sub jobs', call.code, call.name)];
    case 'budget.rows':
      return call.rows.map(({ code, type, amount }) =>
        step('Procore, budget', `${code} ${type}`, [column('Original budget', amount)]),
      );
    case 'project.origin':
    case 'vendor.origin':
    case 'subJob.origin':
    case 'commitment.origins':
    case 'change.origin':
    case 'invoice.origin':
      return [step('Procore, accounting link', originTitle(call.origin.id), [column('External ID', call.origin.code)])];
  }
}

function originTitle(id: string | null): string {
  return id === null ? 'No longer marked as synced' : 'Marked as synced with Sage';
}

function step(place: string, title: string, columns: Columns): PreviewStep {
  return { place, title, columns };
}

function codeStep(place: string, code: string, name: string): PreviewStep {
  return step(place, code, [column('Name', name)]);
}

function column(label: string, value: string | null): Columns[number] {
  return { label, was: null, value, why: '' };
}

function fieldColumns(fields: Readonly<Record<string, string | null>>): Columns {
  return Object.entries(fields).map(([name, value]) => column(fieldWords[name] ?? name, value));
}
