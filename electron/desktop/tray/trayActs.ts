import { pauseEnds } from '#shared/domain/pauseEnds.ts';
import type { Reply } from '../../engine/engineTypes.ts';
import type { Attention } from '../../hosts/attentionWatch.ts';
import type { Door } from '../../hosts/companies/door.ts';
import type { TrayAct } from './trayMenu.ts';

type Company = Attention['companies'][number];

/** Does for every open company what the menu says, as its Home screen would. Answers what was refused, in words. */
export async function actOnAll(
  act: Extract<TrayAct, { do: 'sync' | 'pause' | 'resume' }>,
  { now, companies }: Attention,
  door: Pick<Door, 'request'>,
): Promise<readonly string[]> {
  const open = companies.filter(({ status }) => status !== null);
  const replies = await Promise.all(open.map((company) => actOn(act, now, company, door)));
  return replies.flatMap((reply, index) =>
    reply === null || reply.ok ? [] : [`${open[index]?.name}: ${reply.failure.sentence}`],
  );
}

async function actOn(
  act: Extract<TrayAct, { do: 'sync' | 'pause' | 'resume' }>,
  now: string,
  { id, status, timeZone }: Company,
  door: Pick<Door, 'request'>,
): Promise<Reply | null> {
  switch (act.do) {
    case 'sync':
      return door.request(id, 'sync.now', { side: 'all' });
    case 'resume':
      return status?.pausedUntil === null ? null : door.request(id, 'sync.resume', {});
    case 'pause': {
      const end = pauseEnds(now, timeZone ?? 'UTC').find(({ label }) => label === act.end);
      return end === undefined ? null : door.request(id, 'sync.pause', { until: end.until });
    }
  }
}
