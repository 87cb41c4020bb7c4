import { type DesktopSettings, hostRequests } from '#shared/contract/companies.ts';
import { type Failure, fail, succeed } from '#shared/domain/failure.ts';
import type { Reply } from '../../engine/engineTypes.ts';
import type { Door } from '../../hosts/companies/door.ts';

/** What the desktop itself can say and set. */
export type DesktopPort = {
  readonly read: () => DesktopSettings;
  /** Null, or why not. */
  readonly save: (settings: Pick<DesktopSettings, 'startAtLogin' | 'notifyDone'>) => Failure | null;
  /** What was told of a run that was cut off has been seen. */
  readonly seen: () => void;
};

/** The door of the engines, wherever they run, with the desktop's own answers in front. */
export function withDesktop(door: Door, desktop: DesktopPort): Door {
  return {
    ...door,
    request: async (company, channel, payload) =>
      company === null && isOurs(channel) ? answer(channel, payload, desktop) : door.request(company, channel, payload),
  };
}

type Ours = 'desktop.get' | 'desktop.save' | 'desktop.seen';

function isOurs(channel: string): channel is Ours {
  return channel === 'desktop.get' || channel === 'desktop.save' || channel === 'desktop.seen';
}

function answer(channel: Ours, payload: unknown, desktop: DesktopPort): Reply {
  if (channel === 'desktop.get') {
    if (!hostRequests[channel].request.safeParse(payload).success) return notAsAgreed(channel);
    return succeed({ ...desktop.read(), available: true });
  }
  if (channel === 'desktop.seen') {
    if (!hostRequests[channel].request.safeParse(payload).success) return notAsAgreed(channel);
    desktop.seen();
    return succeed({});
  }
  const asked = hostRequests[channel].request.safeParse(payload);
  if (!asked.success) return notAsAgreed(channel);
  const refused = desktop.save(asked.data);
  return refused === null ? succeed({}) : fail(refused);
}

function notAsAgreed(channel: string): Reply {
  const sentence = `${channel}: the request is not as agreed.`;
  return fail({ next: 'bug', code: 'contract.request', sentence });
}
