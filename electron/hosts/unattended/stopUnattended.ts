import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { askAtHome, askWho } from '../homeSocket.ts';

/** Asks the unattended Plumbline of this home folder to end, and waits until a write that has begun is done. */
export async function stopUnattended(home: string): Promise<Result<null>> {
  if ((await askWho(home)) === null) {
    return fail({
      next: 'needsPerson',
      code: 'unattended.notRunning',
      sentence: `No unattended Plumbline runs on ${home}.`,
      remedy: 'Nothing has to be stopped; if it runs on another folder, name that with --home.',
    });
  }
  const reply = await askAtHome(home, { ask: 'stop' });
  // Its end may cut the answer off.
  if (reply === null || reply.ok) return succeed(null);
  return reply;
}
