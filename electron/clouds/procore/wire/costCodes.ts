import { z } from 'zod';
import type { ProcoreCostCode, ProcoreCostType } from '#shared/domain/procore/records.ts';
import { type Mapped, readRow } from '../../mapped.ts';
import { originFields, originOf } from './origin.ts';
import { id, idOfObject, idOrNull, text, textOrNull } from './values.ts';

const costTypeSchema = z.object({ id, code: text, name: text, ...originFields });

export function costTypeFromWire(row: unknown): Mapped<ProcoreCostType> {
  return readRow(costTypeSchema, row, (wire) => ({
    id: wire.id,
    code: wire.code,
    name: wire.name,
    origin: originOf(wire),
  }));
}

const standardCodeSchema = z.object({
  id,
  code: text,
  // The default view has no codes at all: without one the row says nothing.
  full_code: id,
  name: text,
  parent_id: idOrNull,
  ...originFields,
});

/** A code of one of the company's lists. */
export function standardCodeFromWire(row: unknown, list: string): Mapped<ProcoreCostCode> {
  return readRow(standardCodeSchema, row, (wire) => ({
    id: wire.id,
    project: null,
    list,
    fullCode: wire.full_code,
    code: wire.code,
    name: wire.name,
    parent: wire.parent_id,
    subJob: null,
    costTypes: [],
    origin: originOf(wire),
  }));
}

const projectCodeSchema = z.object({
  id,
  code: text,
  full_code: id,
  name: text,
  parent: idOfObject,
  biller_type: textOrNull,
  biller_id: idOrNull,
  line_item_types: z.array(z.object({ id })).nullish().catch([]),
  deleted_at: textOrNull,
  ...originFields,
});

/** Null for a code that was deleted. */
export function projectCodeFromWire(row: unknown, project: string): Mapped<ProcoreCostCode | null> {
  return readRow(projectCodeSchema, row, (wire) =>
    wire.deleted_at !== null
      ? null
      : {
          id: wire.id,
          project,
          list: null,
          fullCode: wire.full_code,
          code: wire.code,
          name: wire.name,
          parent: wire.parent,
          subJob: wire.biller_type === 'SubJob' ? wire.biller_id : null,
          costTypes: (wire.line_item_types ?? []).map((type) => type.id),
          origin: originOf(wire),
        },
  );
}

const listSchema = z.object({ id, name: text });

/** Id and name, as lists of codes, templates and views have them. */
export function namedFromWire(row: unknown): Mapped<{ readonly id: string; readonly name: string }> {
  return readRow(listSchema, row, (wire) => wire);
}
