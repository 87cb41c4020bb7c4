import { runProgram, systemProgram } from '../../hosts/machine/runProgram.ts';
import { serviceName, unitName } from '../../hosts/unattended/service.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { sayFailure } from '../output.ts';
import type { Call } from '../verb.ts';

/** A write that has begun may take its time. */
const withinMs = 150_000;

/** Starts or stops the service with the system's own program, and says what the system says. */
export async function serviceVerb({ environment, output }: Call, act: 'start' | 'stop'): Promise<ExitCode> {
  const isWindows = process.platform === 'win32';
  const program = isWindows ? systemProgram(environment, 'net.exe') : 'systemctl';
  const { code, output: said } = await runProgram(program, [act, isWindows ? serviceName : unitName], withinMs);
  if (code === 0) {
    output.say(act === 'start' ? 'The service runs.' : 'The service has stopped.');
    output.result({ ok: true });
    return exitCodes.ok;
  }
  sayFailure(output, {
    next: 'needsPerson',
    code: 'unattended.service',
    sentence: `The service could not be ${act === 'start' ? 'started' : 'stopped'}.`,
    remedy: 'Run this as an administrator. If it is not installed: plumbline unattended install.',
    detail: `${code ?? ''} ${said}`.trim().slice(0, 400),
  });
  return exitCodes.needsPerson;
}
