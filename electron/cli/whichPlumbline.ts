import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { type Home, openHome } from '../hosts/homeFolder.ts';
import { askWho } from '../hosts/homeSocket.ts';
import { readServiceState } from '../hosts/unattended/service.ts';
import { systemCode } from '../hosts/wholeFile.ts';
import type { Output } from './output.ts';
import type { Call } from './verb.ts';

/** The Plumbline that a command is about, as it stands in the answer: named by `--home`, this user's own, or the computer's unattended one. */
export const whichSchema = z.object({ whose: z.enum(['named', 'own', 'unattended']), home: z.string() }).readonly();
export type Which = z.infer<typeof whichSchema>;

/** For the help of the verbs that ask one. */
export const whichWords =
  'Without --home it is your own Plumbline where you have one, else this computer’s unattended one; the answer says which.';

type Found = {
  /** `--home`, made absolute. */
  readonly named: string | null;
  /** A configuration file was named: it is for a Plumbline of the user's own. */
  readonly configured: boolean;
  readonly own: { readonly home: string; readonly hasData: boolean };
  readonly unattended: { readonly home: string; readonly runs: boolean; readonly hasData: boolean };
};

/**
 * The one rule for all commands: what was named; else what this user has; else the computer's unattended Plumbline, if there is one. A
 * folder in which no company was ever opened (an operator's window keeps its place there) is nothing that the user has.
 */
export function choosePlumbline({ named, configured, own, unattended }: Found): Which {
  if (named !== null) return { whose: 'named', home: named };
  const isUnattended = !configured && !own.hasData && (unattended.runs || unattended.hasData);
  return isUnattended ? { whose: 'unattended', home: unattended.home } : { whose: 'own', home: own.home };
}

/** The chosen one. `home`: made, where the command may put a Plumbline together on it; null: the unattended one, which runs. */
type Chosen = { readonly asked: Which; readonly home: Home | null };

/** Chooses and says which; makes the folder of one that is the user's. Fails where an unattended Plumbline is meant that does not run. */
export async function whichPlumbline(call: Call): Promise<Result<Chosen>> {
  const { output, homePath, unattendedHome } = call;
  const named = call.option('home') === null ? null : resolve(homePath);
  const runs = named === null && (await askWho(unattendedHome)) !== null;
  const which = choosePlumbline({
    named,
    configured: call.option('config') !== null,
    own: { home: resolve(homePath), hasData: named === null && hasData(homePath) },
    unattended: {
      home: unattendedHome,
      runs,
      hasData: named === null && (await unattendedHasData(call)),
    },
  });
  if (which.whose === 'unattended' && !runs) return fail(stopped(which.home));
  const opened = which.whose === 'unattended' ? succeed(null) : openHome(which.home);
  if (!opened.ok) return opened;
  say(output, which);
  return succeed({ asked: which, home: opened.value });
}

function say(output: Output, which: Which): void {
  if (which.whose === 'own') output.note(`Asked: your own Plumbline (${which.home}).`);
  if (which.whose === 'unattended') output.note(`Asked: the unattended Plumbline of this computer (${which.home}).`);
}

/**
 * Whether the service has worked here. Its folder is nobody's but its own and the administrators': where this user may not look, the
 * system says whether there is a service.
 */
async function unattendedHasData({ unattendedHome, environment }: Call): Promise<boolean> {
  try {
    statSync(join(unattendedHome, 'companies'));
    return true;
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(systemCode(error) ?? '')) return false;
    return (await readServiceState(process.platform, environment)) !== 'notInstalled';
  }
}

/** Whether a company was ever opened or entered in a home folder. */
function hasData(home: string): boolean {
  if (existsSync(join(home, 'companies.json'))) return true;
  try {
    return readdirSync(join(home, 'companies')).some((name) => name.endsWith('.db'));
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return false;
  }
}

/** Reading its data in the user's name would leave files there that the service's account cannot read. */
function stopped(home: string): Failure {
  return {
    next: 'needsPerson',
    code: 'unattended.stopped',
    sentence: `Plumbline works unattended on this computer (${home}), but does not run just now: nothing is read or written.`,
    remedy:
      'Have it started: plumbline unattended start, as an administrator. If another Plumbline is meant, name its folder with --home.',
  };
}
