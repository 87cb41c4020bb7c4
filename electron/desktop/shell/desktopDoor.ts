import { type DesktopSettings, hostRequests } from '#shared/contract/companies.ts';
import { type Failure, fail, succeed } from '#shared/domain/failure.ts';
import type { Door } from '../../hosts/companies/door.ts';

/** What the desktop itself can say and set. */
export type DesktopPort = {
  readonly read: () => DesktopSettings;
  /** Null, or why not. */
  readonly save: (settings: Pick<DesktopSettings, 'startAtLogin' | 'notifyDone'>) => Failure | null;
};

/** The door of the engines, wherever they run, with the desktop's own answers in front. */
export function withDesktop(door: Door, desktop: DesktopPort): Door {
  return {
    ...door,
    request: async (company, channel, payload) => {
      if (company !== null) return door.request(company, channel, payload);
      if (channel === 'desktop.get') return succeed({ ...desktop.read(), available: true });
      if (channel !== 'desktop.save') return door.request(company, channel, payload);
      const asked = hostRequests['desktop.save'].request.safeParse(payload);
      if (!asked.success) return fail(notAsAgreed);
      const refused = desktop.save(asked.data);
      return refused === null ? succeed({}) : fail(refused);
    },
  };
}

const notAsAgreed: Failure = {
  next: 'bug',
  code: 'contract.request',
  sentence: 'desktop.save: the settings of the desktop are not as agreed.',
};
