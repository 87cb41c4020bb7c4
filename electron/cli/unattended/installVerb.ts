import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runProgram } from '../../hosts/machine/runProgram.ts';
import { unitFile } from '../../hosts/unattended/service.ts';
import {
  type SetupStep,
  systemdInstall,
  systemdUninstall,
  windowsInstall,
  windowsUninstall,
} from '../../hosts/unattended/setup.ts';
import { systemCode } from '../../hosts/wholeFile.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { sayFailure } from '../output.ts';
import type { Call, Verb } from '../verb.ts';

export const installVerb: Verb = {
  name: 'unattended install',
  words: 'Have this computer run Plumbline as a service, from now on and after every start.',
  more: [
    'Needs the rights of an administrator. On Windows the account is NT SERVICE\\Plumbline unless --account names another one, which must',
    'have no password to type: a group managed service account, DOMAIN\\name$. Elsewhere a systemd unit under a user of its own (--account).',
  ],
  options: [
    { name: 'account', value: 'NAME', words: 'The account that it runs under.' },
    { name: 'operators', value: 'SID', words: 'Windows: the group that may watch it, besides administrators.' },
  ],
  run: async (call) => {
    const home = resolve(call.option('home') ?? call.unattendedHome);
    const config = call.option('config') === null ? null : resolve(call.option('config') ?? '');
    const account = call.option('account');
    if (process.platform !== 'win32') {
      const program = [process.execPath, resolve(call.app.folder, 'dist', 'headless', 'headless.js')];
      const user = account ?? 'plumbline';
      return carryOut(call, systemdInstall({ program, home, config, user }), 'Plumbline runs unattended from now on.');
    }
    const service = join(dirname(process.execPath), 'plumbline-service.exe');
    if (!existsSync(service)) {
      sayFailure(call.output, {
        next: 'needsPerson',
        code: 'unattended.noProgram',
        sentence: `The program that Windows runs as a service is not there: ${service}.`,
        remedy: 'Install Plumbline with its installer (MSI), then run this with plumbline-cli.exe from its folder.',
      });
      return exitCodes.needsPerson;
    }
    const operators = call.option('operators');
    return carryOut(
      call,
      windowsInstall({ service, home, config, account, operators, environment: call.environment }),
      'Plumbline runs unattended from now on.',
    );
  },
};

export const uninstallVerb: Verb = {
  name: 'unattended uninstall',
  words: 'Stop and remove the service; its data stays.',
  more: ['Needs the rights of an administrator.'],
  options: [],
  run: (call) =>
    carryOut(
      call,
      process.platform === 'win32' ? windowsUninstall(call.environment) : systemdUninstall(),
      'The service is removed; its data is kept.',
    ),
};

/** One step after the other; the first that fails ends it, in the system's own words. */
async function carryOut({ output }: Call, steps: readonly SetupStep[], done: string): Promise<ExitCode> {
  for (const step of steps) {
    const failed = await take(step);
    if (failed !== null) {
      sayFailure(output, {
        next: 'needsPerson',
        code: 'unattended.setup',
        sentence: `${step.words}: this was refused.`,
        remedy:
          'Run this as an administrator (Windows: a console opened with “Run as administrator”; elsewhere: sudo).',
        detail: failed.slice(0, 400),
      });
      return exitCodes.needsPerson;
    }
    output.say(`${step.words}: done.`);
  }
  output.say(done);
  output.result({ ok: true });
  return exitCodes.ok;
}

async function take(step: SetupStep): Promise<string | null> {
  try {
    if (step.kind === 'write') writeFileSync(unitFile, step.text, { mode: 0o644 });
    else if (step.kind === 'folder') mkdirSync(step.path, { recursive: true });
    else if (step.kind === 'remove') rmSync(unitFile, { force: true });
    else {
      const { code, output } = await runProgram(step.program, step.args, 150_000);
      if (code !== 0 && !step.alsoFine.includes(code ?? ''))
        return `${step.program} ${step.args.join(' ')}: ${code ?? ''} ${output}`;
    }
    return null;
  } catch (error) {
    return systemCode(error) ?? String(error);
  }
}
