import type { CompanyEvent } from '#shared/contract/companies.ts';
import { requests } from '#shared/contract/requests.ts';
import type { Door } from '../../hosts/companies/door.ts';
import type { Notice } from './notices.ts';

/** What went well, for those who want to hear of it: the notice of a transfer that is done, or null when the event is of something else. */
export async function doneNotice(
  { company, transfer }: CompanyEvent,
  door: Pick<Door, 'request'>,
): Promise<Notice | null> {
  if (company === null || transfer?.state !== 'done') return null;
  const reply = await door.request(company, 'queue.get', { id: transfer.id });
  const found = reply.ok ? requests['queue.get'].response.safeParse(reply.value) : null;
  if (found?.success !== true) return null;
  const { title } = found.data.transfer;
  const goTo = `#/queue?id=${encodeURIComponent(transfer.id)}`;
  return { title: 'Written into Sage', body: `'${title}' is in Sage and was read back equal.`, company, goTo };
}
