import type { Check, PlannedColumn, Refusal, Step } from '../plan.ts';
import type { ProcoreVendor } from '../procore/records.ts';
import type { ListItem } from '../sage/facts.ts';
import { collapseSpaces } from '../text.ts';
import { Refusals } from './changeOrder/fields.ts';
import { entered, fixed, insertedAudit, updatedAudit } from './changeOrder/steps.ts';
import { type ItemPlanning, itemPlan, type PlannedItem } from './itemPlan.ts';
import { typedNumber } from './typedNumber.ts';

/** What accepting a company says besides what Procore knows of it; texts only where Procore's do not fit. */
export type VendorChoices = {
  readonly number: string;
  readonly type: string;
  readonly shortName?: string;
  readonly address1?: string;
  readonly address2?: string;
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
  readonly phone?: string;
  readonly email?: string;
};

export type VendorCreate = ItemPlanning & {
  readonly vendor: ProcoreVendor;
  readonly choices: VendorChoices;
  readonly types: readonly ListItem[];
  /** Whose the number is already in Sage; null: it is free. */
  readonly taken: { readonly name: string } | null;
};

/**
 * The plan of a new vendor (4-4) from a company of Procore. Number and type are typed; nothing is cut: a text that does not
 * fit is refused with its limit until a person says what Sage shall keep.
 */
export function planVendorCreate(input: VendorCreate): PlannedItem {
  const { vendor, choices } = input;
  const refusals = new Refusals(input.catalog.limits);
  const number = typedNumber(refusals, {
    field: 'number',
    label: 'Vendor number',
    typed: choices.number,
    table: 'actpay',
    taken: input.taken?.name ?? null,
  });
  checkType(input, refusals);
  const texts = textsOf(vendor, choices);
  for (const [field, { column, text, required }] of Object.entries(texts)) {
    refusals.text(field, text, 'actpay', column, required === true);
  }
  if (refusals.list.length > 0 || number === null) return refused(refusals.list);
  const name = texts.name?.text ?? '';
  return itemPlan(input, {
    kind: 'vendor.create',
    businessKey: `vendor/${number}`,
    target: { job: '', phase: '0', table: 'actpay', record: null, number },
    checks: checksOf(number, choices.type),
    steps: [insertVendor(number, choices.type, texts)],
    lines: 0,
    sums: [],
    title: `Vendor ${number} ${name} from Procore`,
    warnings: [],
    undo: [`To undo: delete vendor ${number} in Sage 4-4 while nothing uses it, or mark it inactive there.`],
    fieldOf: (_, column) => Object.entries(texts).find(([, text]) => text.column === column)?.[0] ?? 'number',
  });
}

type VendorText = { readonly column: string; readonly text: string; readonly required?: true };

/** Each text of the new vendor, by the name of its choice. */
export function textsOf(
  { name, address, phone, email }: ProcoreVendor,
  choices: Omit<VendorChoices, 'number' | 'type'>,
): Readonly<Record<string, VendorText>> {
  const said = (choice: string | undefined, procore: string) => collapseSpaces(choice ?? procore);
  return {
    name: { column: 'vndnme', text: collapseSpaces(name), required: true },
    shortName: { column: 'shtnme', text: said(choices.shortName, name), required: true },
    address1: { column: 'addrs1', text: said(choices.address1, address.street) },
    address2: { column: 'addrs2', text: said(choices.address2, '') },
    city: { column: 'ctynme', text: said(choices.city, address.city) },
    state: { column: 'state_', text: said(choices.state, address.state) },
    zip: { column: 'zipcde', text: said(choices.zip, address.zip) },
    phone: { column: 'phnnum', text: said(choices.phone, phone) },
    email: { column: 'e_mail', text: said(choices.email, email) },
  };
}

function checkType({ choices, types }: VendorCreate, refusals: Refusals): void {
  if (choices.type.trim() === '') {
    refusals.add('type', '', 'Vendor type is empty: choose one, because Plumbline reads vendors by their type.');
  } else if (!types.some(({ number }) => number === choices.type)) {
    refusals.add('type', choices.type, `Vendor type ${choices.type} is not in Sage: choose one of its list.`);
  }
}

function insertVendor(number: string, type: string, texts: ReturnType<typeof textsOf>): Step {
  const columns: readonly PlannedColumn[] = Object.values(texts).map(({ column, text }) => entered(column, text));
  return {
    id: 'vendor',
    op: 'insert',
    table: 'actpay',
    key: {},
    corId: null,
    title: `Vendor ${number}: ${texts.name?.text ?? ''}`,
    columns: [
      { column: '_idnum', cell: { kind: 'take', rule: 'rowId', preview: 'a new row id' }, origin: 'taken' },
      entered('recnum', number),
      entered('vndtyp', type),
      ...columns,
      fixed('inactv', '0', 'Active'),
      fixed('ntetxt', '', 'No notes'),
      ...insertedAudit,
      ...updatedAudit,
    ],
  };
}

function checksOf(number: string, type: string): readonly Check[] {
  return [
    {
      table: 'actpay',
      where: { recnum: number },
      expect: 'none',
      columns: {},
      sentence: `Vendor number ${number} was taken in Sage 4-4 meanwhile: type another one.`,
    },
    {
      table: 'vndtyp',
      where: { recnum: type },
      expect: 'one',
      columns: {},
      sentence: `Vendor type ${type} was removed from Sage meanwhile: choose another one.`,
    },
  ];
}

function refused(refusals: readonly Refusal[]): PlannedItem {
  return { ok: false, refusals };
}
