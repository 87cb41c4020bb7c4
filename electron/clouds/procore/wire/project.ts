import { z } from 'zod';
import type { ProcoreProject, ProcoreSubJob } from '#shared/domain/procore/records.ts';
import { type Mapped, readRow } from '../../mapped.ts';
import { originFields, originOf } from './origin.ts';
import { amountOrNull, dayOrNull, flag, id, instant, text, textOrNull } from './values.ts';

export const addressFields = { address: text, city: text, state_code: text, zip: text };

export function addressOf(wire: {
  readonly address: string;
  readonly city: string;
  readonly state_code: string;
  readonly zip: string;
}) {
  return { street: wire.address, city: wire.city, state: wire.state_code, zip: wire.zip };
}

const projectSchema = z.object({
  id,
  name: text,
  project_number: text,
  // Strict: whether a project is active decides what may be done with it. The list may leave it out.
  active: z.boolean().nullish(),
  ...addressFields,
  start_date: dayOrNull,
  completion_date: dayOrNull,
  total_value: amountOrNull,
  standard_cost_code_list_id: textOrNull,
  is_erp_integrated: flag,
  ...originFields,
  updated_at: instant,
});

/** One project. */
export function projectFromWire(row: unknown): Mapped<ProcoreProject> {
  return readRow(projectSchema, row, (wire) => ({
    id: wire.id,
    name: wire.name,
    number: wire.project_number,
    active: wire.active ?? true,
    address: addressOf(wire),
    startDate: wire.start_date,
    completionDate: wire.completion_date,
    value: wire.total_value,
    costCodeList: wire.standard_cost_code_list_id,
    erpIntegrated: wire.is_erp_integrated,
    origin: originOf(wire),
    updatedAt: wire.updated_at,
  }));
}

/** A row of the list of projects, which has the templates among them: they are none. */
export function listedProjectFromWire(row: unknown): Mapped<ProcoreProject | null> {
  const template = z.object({ template: flag }).safeParse(row).data?.template === true;
  return template ? { ok: true, value: null } : projectFromWire(row);
}

const subJobSchema = z.object({ id, code: text, name: text, ...originFields });

export function subJobFromWire(row: unknown, project: string): Mapped<ProcoreSubJob> {
  return readRow(subJobSchema, row, (wire) => ({
    id: wire.id,
    project,
    code: wire.code,
    name: wire.name,
    origin: originOf(wire),
  }));
}
