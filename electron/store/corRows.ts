import type { CompanyId } from '#shared/domain/company.ts';
import { type Cor, corSchema } from '#shared/domain/cor.ts';
import { effectiveAmount } from '#shared/domain/corAmounts.ts';
import type { CorLogRow } from '#shared/domain/corLog.ts';
import { knownState } from './corColumns.ts';
import type { Database, Row } from './database.ts';
import type { OfficeDays } from './instants.ts';
import { integerOf, readPayload, type Scope, textOf, textOrNullOf } from './scope.ts';

/** Where unreadable CORs come from, as the table of unreadable payloads names it. */
export const corSource = 'store.cor';

/** Takes one COR out; the cascade takes filters, payload and tally along. */
export function removeRow(db: Database, company: CompanyId, row: number): void {
  db.run('DELETE FROM cors WHERE company = ? AND row = ?', company, row);
}

/**
 * The rows of the log for row numbers in their order. Null when one did not parse: it has then moved to the unreadable payloads
 * and left the log, and the next read of the cloud brings it back.
 */
export function readLogRows(scope: Scope, rows: readonly number[], days: OfficeDays): readonly CorLogRow[] | null {
  const { db, company } = scope;
  const found = db.all(
    `SELECT k.row, k.id, f.sage_state, f.change_order, p.payload, m.job
     FROM json_each(?) AS wanted
     CROSS JOIN cors AS k ON k.row = wanted.value
     CROSS JOIN cor_filters AS f ON f.row = k.row
     CROSS JOIN cor_payloads AS p ON p.row = k.row
     CROSS JOIN mappings AS m ON m.company = k.company AND m.project_id = k.project_id
     WHERE k.company = ? ORDER BY wanted.key`,
    JSON.stringify(rows),
    company,
  );
  const log: CorLogRow[] = [];
  for (const row of found) {
    const where = { source: corSource, key: textOf(row, 'id') };
    const cor = readPayload(scope, corSchema, where, textOf(row, 'payload'));
    if (cor === null) removeRow(db, company, integerOf(row, 'row'));
    else log.push(logRow(cor, row, days));
  }
  return log.length === found.length ? log : null;
}

function logRow(cor: Cor, row: Row, days: OfficeDays): CorLogRow {
  return {
    id: cor.id,
    number: cor.number,
    title: cor.title,
    projectId: cor.projectId,
    projectName: cor.projectName,
    job: textOrNullOf(row, 'job'),
    inbox: cor.inbox,
    status: cor.status,
    stage: cor.stage,
    requested: cor.requestedAmount,
    effective: effectiveAmount(cor),
    customerCoNumber: cor.customerCoNumber,
    customerReferenceNumber: cor.customerReferenceNumber,
    daysInReview: cor.daysInReview,
    submitted: cor.dateSubmitted === null ? null : days.dayOf(cor.dateSubmitted),
    updatedAt: cor.updatedAt,
    sage: knownState(textOf(row, 'sage_state')),
    changeOrder: textOrNullOf(row, 'change_order'),
  };
}
