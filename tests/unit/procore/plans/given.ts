import { companyIdOf } from '#shared/domain/company.ts';
import { sumMoney } from '#shared/domain/money.ts';
import type { Plan, Step } from '#shared/domain/plan.ts';
import type { ItemPlanning, PlannedItem } from '#shared/domain/plans/itemPlan.ts';
import type { SageBudgetRow } from '#shared/domain/procore/budgetCells.ts';
import {
  noOrigin,
  type ProcoreBudgetRow,
  type ProcoreProject,
  type ProcoreVendor,
} from '#shared/domain/procore/records.ts';
import type { CostTypeNumber } from '#shared/domain/sage/enumerations.ts';
import type { CostCode } from '#shared/domain/sage/facts.ts';

/** One company of Sage and of Procore, as small as the rules need it. */

export const company = companyIdOf('acme');

export const planning: ItemPlanning = {
  company,
  item: { id: 'p:900', number: '24-017', snapshotHash: 'hash' },
  catalog: { fingerprint: 'schema', limits: {}, allocations: {} },
  today: '2026-11-30',
  person: 'Dana',
};

export const job = { number: '2402', name: 'Pier 9', status: '4', inactive: false };

export function costCode(code: string, change: Partial<CostCode> = {}): CostCode {
  return {
    code,
    name: `Code ${code}`,
    division: '12',
    divisionName: 'Electrical',
    unit: 'ls',
    inactive: false,
    ...change,
  };
}

export function codeList(...codes: readonly string[]): ReadonlyMap<string, CostCode> {
  return new Map(codes.map((code) => [code, costCode(code)]));
}

const nothing: Readonly<Record<CostTypeNumber, string>> = {
  '1': '0.00',
  '2': '0.00',
  '3': '0.00',
  '4': '0.00',
  '5': '0.00',
  '6': '0.00',
  '7': '0.00',
  '8': '0.00',
  '9': '0.00',
};

export function sageRow(
  line: string,
  costCodeKey: string,
  amounts: Partial<Record<CostTypeNumber, string>> = {},
  change: Partial<SageBudgetRow> = {},
): SageBudgetRow {
  const total = sumMoney(Object.values(amounts));
  return { phase: '0', line, costCode: costCodeKey, amounts: { ...nothing, ...amounts }, total, ...change };
}

export function procoreRow(
  fullCode: string,
  costType: string,
  original: string,
  changes = '0.00',
  change: Partial<ProcoreBudgetRow> = {},
): ProcoreBudgetRow {
  const coding = {
    wbsCode: `${fullCode}.${costType}`,
    costCode: fullCode,
    fullCode,
    costType,
    costTypeCode: costType,
    subJob: null,
  };
  return { id: `${fullCode}.${costType}`, coding, original, changes, quantity: null, unit: null, ...change };
}

export function vendor(change: Partial<ProcoreVendor> = {}): ProcoreVendor {
  return {
    id: '7712',
    name: 'Harbor Electric LLC',
    abbreviation: 'HARBOR',
    address: { street: '41 Dock Rd', city: 'Oakland', state: 'CA', zip: '94607' },
    phone: '510-555-0110',
    email: 'ap@harbor.example',
    active: true,
    origin: noOrigin,
    syncedToErp: false,
    updatedAt: '2026-11-01T00:00:00Z',
    ...change,
  };
}

export function project(change: Partial<ProcoreProject> = {}): ProcoreProject {
  return {
    id: '900',
    name: 'Pier 9 Tenant Improvements',
    number: '24-017',
    active: true,
    address: { street: '9 Pier St', city: 'Oakland', state: 'CA', zip: '94607' },
    startDate: '2026-02-02',
    completionDate: null,
    value: '4200000.00',
    costCodeList: '5512',
    erpIntegrated: false,
    origin: noOrigin,
    updatedAt: '2026-11-01T00:00:00Z',
    ...change,
  };
}

export function planOf(planned: PlannedItem): Plan {
  if (!planned.ok) throw new Error(planned.refusals.map(({ sentence }) => sentence).join(' '));
  return planned.plan;
}

export function refusalsOf(planned: PlannedItem): readonly string[] {
  return planned.ok ? [] : planned.refusals.map(({ sentence }) => sentence);
}

/** The literal values of a step; what is taken or copied is left out. */
export function valuesOf({ columns }: Pick<Step, 'columns'>): Readonly<Record<string, string | null>> {
  return Object.fromEntries(columns.flatMap(({ column, cell }) => (cell.kind === 'text' ? [[column, cell.text]] : [])));
}
