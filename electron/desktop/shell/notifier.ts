import { Notification } from 'electron';
import type { Notice } from './notices.ts';

export type Notifier = (notice: Notice) => void;

/** Shows notifications of the system; choosing one opens what it is about. */
export function createNotifier(icon: string, open: (notice: Notice) => void): Notifier {
  // One that nothing holds is collected, and then does nothing when it is chosen.
  const held = new Set<Notification>();
  return (notice) => {
    if (!Notification.isSupported()) return;
    const shown = new Notification({ title: notice.title, body: notice.body, icon });
    held.add(shown);
    shown.on('click', () => open(notice));
    shown.on('close', () => held.delete(shown));
    shown.show();
  };
}
