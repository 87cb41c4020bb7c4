import { resolve } from 'node:path';
import { askAtHome, askWho } from '../../hosts/homeSocket.ts';
import { whoInWords } from '../../hosts/machine/who.ts';
import { runUnattended } from '../../hosts/unattended/runUnattended.ts';
import { readServiceState, type ServiceState } from '../../hosts/unattended/service.ts';
import { stopUnattended } from '../../hosts/unattended/stopUnattended.ts';
import { exitCodes } from '../exitCodes.ts';
import { enrolHere, openPlumbline } from '../openPlumbline.ts';
import { refuse } from '../output.ts';
import type { Call, Verb } from '../verb.ts';
import { installVerb, uninstallVerb } from './installVerb.ts';
import { serviceVerb } from './serviceVerb.ts';

const runVerb: Verb = {
  name: 'unattended run',
  words: 'Run Plumbline with its timers and no screen, until it is stopped: what the service runs.',
  more: ['SIGTERM, Ctrl+C and “plumbline unattended stop” end it after a write that has begun.'],
  options: [],
  run: async (call) => {
    const { output, environment, interrupted } = call;
    const home = call.openHome(homeOf(call));
    if (home === null) return exitCodes.needsPerson;
    const ran = await runUnattended({
      home,
      environment,
      interrupted,
      open: async () => {
        const enrolment = await enrolHere(call, home, null);
        return enrolment.ok
          ? openPlumbline(call, home, null, { enrolment: enrolment.value, unattended: true })
          : enrolment;
      },
      onStarted: (companies) => {
        const open = companies.known().filter(({ id }) => companies.placeOf(id).state === 'open').length;
        output.say(
          `Plumbline runs unattended on ${home.folder} with ${open === 1 ? 'one company' : `${open} companies`}.`,
        );
        output.result({ ok: true, home: home.folder, companies: open });
      },
    });
    if (ran.ok) return exitCodes.ok;
    return refuse(output, ran.failure);
  },
};

const stopVerb: Verb = {
  name: 'unattended stop',
  words: 'Stop the unattended Plumbline; a write that has begun ends first.',
  more: ['Where a service runs it, the service is stopped: it starts again with the computer.'],
  options: [],
  run: async (call) => {
    const state = await readServiceState(process.platform, call.environment);
    const byService = call.option('home') === null && (state === 'running' || state === 'starting');
    if (byService) return serviceVerb(call, 'stop');
    const stopped = await stopUnattended(homeOf(call));
    if (!stopped.ok) return refuse(call.output, stopped.failure);
    call.output.say('Plumbline has stopped.');
    call.output.result({ ok: true });
    return exitCodes.ok;
  },
};

const startVerb: Verb = {
  name: 'unattended start',
  words: 'Start the service.',
  more: ['Needs the rights of an administrator.'],
  options: [],
  run: (call) => serviceVerb(call, 'start'),
};

const statusVerb: Verb = {
  name: 'unattended status',
  words: 'Say whether Plumbline runs unattended on this computer, as whom and since when.',
  more: ['How the companies stand, operators ask with “plumbline status”. Exit code 0: it runs; 1: it does not.'],
  options: [],
  run: async (call) => {
    const { output } = call;
    const home = homeOf(call);
    const service = await readServiceState(process.platform, call.environment);
    const who = await askWho(home);
    const known = await askAtHome(home, { ask: 'engine', company: null, channel: 'companies.list', payload: {} });
    output.say(serviceWords[service]);
    output.say(
      who === null ? `Nothing runs on ${home}.` : `Plumbline runs ${whoInWords(who, new Date().toISOString())}.`,
    );
    if (who !== null && known?.ok !== true) output.note('You are not one of its operators.');
    output.result({ ok: who !== null, service, running: who, home, operator: known?.ok === true });
    return who === null ? exitCodes.needsPerson : exitCodes.ok;
  },
};

const serviceWords: Readonly<Record<ServiceState, string>> = {
  notInstalled: 'The service is not installed.',
  running: 'The service runs.',
  starting: 'The service is being started.',
  stopping: 'The service is being stopped.',
  stopped: 'The service is installed and stopped.',
  unknown: 'The system does not say how the service stands.',
};

/** `--home`, else the computer's own folder: the user's is for who sits at the screen. */
function homeOf(call: Call): string {
  return resolve(call.option('home') ?? call.unattendedHome);
}

export const unattendedVerbs: readonly Verb[] = [runVerb, installVerb, uninstallVerb, startVerb, stopVerb, statusVerb];
