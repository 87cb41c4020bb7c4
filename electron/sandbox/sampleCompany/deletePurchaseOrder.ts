import type { SqlConnection } from '../../sage/connection.ts';

/** What somebody does in Sage 6-6-1: the purchase order with this number of this job is gone, with its lines. */
export async function deletePurchaseOrder(connection: SqlConnection, job: string, number: string): Promise<void> {
  const of = 'SELECT recnum FROM pchord WHERE jobnum = ? AND ordnum = ?';
  await connection.query(`DELETE FROM pcorln WHERE recnum IN (${of})`, [job, number]);
  await connection.query('DELETE FROM pchord WHERE jobnum = ? AND ordnum = ?', [job, number]);
}
