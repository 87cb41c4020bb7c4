import { z } from 'zod';
import type { Origin, ProcoreChange, ProcoreChangeLine } from '#shared/domain/procore/records.ts';
import { plainFromHtml } from '#shared/domain/text.ts';
import { type Mapped, readRow } from '../../mapped.ts';
import type { WbsCodes } from './coding.ts';
import { currencyField } from './commitment.ts';
import { lineFields, lineOf } from './line.ts';
import { originFields, originOf } from './origin.ts';
import { amount, id, idOrNull, instant, instantOrNull, text, textOrNull } from './values.ts';

const lineSchema = z.object({ ...lineFields, commitment_line_item_id: idOrNull });

export function changeLineFromWire(row: unknown, codes: WbsCodes): Mapped<ProcoreChangeLine> {
  return readRow(lineSchema, row, (wire) => ({
    ...lineOf(wire, codes),
    commitmentLine: wire.commitment_line_item_id,
  }));
}

/** A line of a package or of a potential change order: the same, but for the name of the amount. */
export function packageLineFromWire(row: unknown, codes: WbsCodes): Mapped<ProcoreChangeLine> {
  const extended = z.object({ extended_amount: z.unknown() }).safeParse(row).data?.extended_amount;
  const named = extended === undefined || typeof row !== 'object' ? row : { ...row, amount: extended };
  return changeLineFromWire(named, codes);
}

const headFields = {
  id,
  contract_id: id,
  number: text,
  revision: text,
  title: text,
  description: text,
  status: text,
  grand_total: amount,
  currency_configuration: currencyField,
  reviewed_at: instantOrNull,
  created_at: instant,
  updated_at: instant,
};

const changeSchema = z.object({ ...headFields, legacy_package_id: idOrNull });
type Head = z.output<typeof changeSchema>;

/** A change order as the list has it, still without its lines and the origin on its package. */
export type ChangeHead = Omit<ProcoreChange, 'lines' | 'origin'>;

export function changeFromWire(row: unknown, project: string): Mapped<ChangeHead> {
  return readRow(changeSchema, row, (wire) => toHead(wire, project));
}

function toHead(wire: Head, project: string): ChangeHead {
  return {
    id: wire.id,
    project,
    commitment: wire.contract_id,
    package: wire.legacy_package_id,
    number: wire.number,
    revision: wire.revision,
    title: wire.title,
    description: plainFromHtml(wire.description),
    status: wire.status,
    grandTotal: wire.grand_total,
    currency: wire.currency_configuration,
    reviewedAt: wire.reviewed_at,
    createdAt: wire.created_at,
    updatedAt: wire.updated_at,
  };
}

const packageSchema = z.object({
  ...headFields,
  type: textOrNull,
  deleted_at: textOrNull,
  line_items: z.array(z.unknown()).nullish(),
  ...originFields,
});

export type ChangePackage = {
  /** As a change order of its own, which it is where a project has three tiers. */
  readonly head: ChangeHead;
  readonly origin: Origin;
  readonly ofCommitment: boolean;
  readonly deleted: boolean;
  /** Null when the reply brings no lines. */
  readonly lines: readonly unknown[] | null;
};

export function packageFromWire(row: unknown, project: string): Mapped<ChangePackage> {
  return readRow(packageSchema, row, (wire) => ({
    head: toHead({ ...wire, id: packageChangeId(wire.id), legacy_package_id: wire.id }, project),
    origin: originOf(wire),
    ofCommitment: wire.type !== 'PrimeContractChangeOrder',
    deleted: wire.deleted_at !== null,
    lines: wire.line_items ?? null,
  }));
}

/** Packages and change orders are counted apart in Procore: a package that stands for a change order gets an id that is no other's. */
export function packageChangeId(packageId: string): string {
  return `package-${packageId}`;
}

const packageRowSchema = z.object({
  id,
  contract_id: idOrNull,
  origin_id: z.unknown().optional(),
  ...{ updated_at: instant },
});

/** A row of the list of packages: prime contracts' and commitments' together, and often without the origin. */
export function packageRowFromWire(row: unknown): Mapped<{
  readonly id: string;
  readonly contract: string | null;
  readonly origin: Origin | null;
}> {
  return readRow(packageRowSchema, row, (wire) => ({
    id: wire.id,
    contract: wire.contract_id,
    origin: wire.origin_id === undefined ? null : originOf(z.object(originFields).parse(row)),
  }));
}

/** The head with its lines and the origin on its package. */
export function changeOf(
  head: Mapped<ChangeHead>,
  lines: Mapped<ProcoreChange['lines']>,
  origins: ReadonlyMap<string, Origin>,
): Mapped<ProcoreChange> {
  if (!head.ok) return head;
  if (!lines.ok) return lines;
  // Without its package nobody knows whether it is linked, or another connector's.
  const origin = origins.get(head.value.package ?? '');
  if (origin === undefined) return { ok: false, reason: 'its change order package is not shown' };
  const sortedLines = [...lines.value].sort((a, b) => a.position - b.position);
  return { ok: true, value: { ...head.value, lines: sortedLines, origin } };
}
