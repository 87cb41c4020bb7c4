import type { MarkerStore } from '#shared/domain/sage/catalog.ts';
import type { ProofPage } from '../../engine/ports/sageCompany.ts';
import type { FieldProof, ProofSigns, TableProof } from '../../engine/ports/sageProofs.ts';
import type { SqlConnection } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { pageOfFields, signOfFields } from './recordField.ts';
import { countTable, pageOfTable, tableIsThere } from './table.ts';

/** A page is well below what one message between engine and worker may hold. */
const pageRows = 500;

/** A table that was used and cannot be asked is a failure: then nobody knows. Throws `SqlFailure`. */
export async function readSigns(
  connection: SqlConnection,
  dialect: Dialect,
  stores: readonly MarkerStore[],
): Promise<ProofSigns> {
  const used = stores.some((store) => store !== 'recordFields');
  const table = used || (await tableIsThere(connection, dialect)) ? await countTable(connection, dialect) : null;
  return { table, fields: stores.includes('recordFields') ? await signOfFields(connection, dialect) : '' };
}

export async function listTable(
  connection: SqlConnection,
  dialect: Dialect,
  after: string | null,
): Promise<ProofPage<TableProof>> {
  const proofs = await pageOfTable(connection, dialect, after, pageRows);
  return { proofs, next: proofs.length < pageRows ? null : (proofs.at(-1)?.key ?? null) };
}

export function listFields(
  connection: SqlConnection,
  dialect: Dialect,
  after: string | null,
): Promise<ProofPage<FieldProof>> {
  return pageOfFields(connection, dialect, after, pageRows);
}
