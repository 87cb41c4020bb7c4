import { hostRequests } from '#shared/contract/companies.ts';
import type { Door } from '../../hosts/companies/door.ts';

/** How all companies stand at this moment; none where nobody answers. */
export async function heardNow(door: Pick<Door, 'request'>) {
  const reply = await door.request(null, 'attention.list', {});
  const parsed = reply.ok ? hostRequests['attention.list'].response.safeParse(reply.value) : null;
  return parsed?.success ? parsed.data : { companies: [] };
}
