import { type Result, succeed } from '#shared/domain/failure.ts';
import type { SageFacts } from '#shared/domain/plans/commitment/input.ts';
import { type CodedLine, sageCoding } from '#shared/domain/procore/rules/coding.ts';
import type { SendingFacts } from '#shared/domain/procore/rules/commitment.ts';
import { type AccountAnswer, ledgerAccountFor } from '#shared/domain/procore/rules/ledgerAccount.ts';
import type { CostCode } from '#shared/domain/sage/facts.ts';
import type { Context } from '../../../context.ts';
import { allOfSage } from '../shared/sageFacts.ts';

/** Job and vendor as they are at this moment, and the codes that the lines use. Fails when Sage cannot be asked. */
export async function partnersNow(
  context: Context,
  sending: SendingFacts,
  lines: readonly CodedLine[],
): Promise<Result<SageFacts>> {
  const { store, sage } = context;
  const job = sending.job === null ? succeed(null) : await sage.record('job', sending.job);
  if (!job.ok) return job;
  const vendor = sending.vendor === null ? succeed(null) : await sage.record('vendor', sending.vendor);
  if (!vendor.ok) return vendor;
  const costCodes = new Map<string, CostCode>();
  for (const line of lines) {
    const reading = sageCoding(line, sending.coding);
    const found = reading.ok ? store.sage.get('costCode', reading.coding.costCode) : null;
    if (found !== null) costCodes.set(found.code, found);
  }
  return succeed({
    job: job.value,
    vendor: vendor.value,
    phases: sending.job === null ? [] : allOfSage(context, 'phase', sending.job),
    costCodes,
  });
}

/** the accounts that invoices on these lines will be booked on, one for each cost type. */
export function accountsOf(
  context: Context,
  { vendor }: SageFacts,
  sending: SendingFacts,
  lines: readonly CodedLine[],
): readonly AccountAnswer[] {
  const accounts = allOfSage(context, 'ledgerAccount');
  // A login that may not read the ledger says nothing about it.
  if (vendor === null || accounts.length === 0) return [];
  const types = new Set(
    lines.flatMap((line) => {
      const reading = sageCoding(line, sending.coding);
      return reading.ok ? [reading.coding.costType] : [];
    }),
  );
  const configured = context.store.settings.read().procore.defaultAccount;
  return [...types].map((costType) =>
    ledgerAccountFor({ vendor, costType, accounts, configured: configured === '' ? null : configured }),
  );
}
