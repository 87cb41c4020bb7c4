import type { Environment } from '../secretNames.ts';
import { noPolicy, type Policy, policyOf } from './policy.ts';
import { policyFile, readPolicyFile } from './readPolicyFile.ts';
import { type RegistryReading, readRegistry } from './readRegistry.ts';
import { policyRegistryKey } from './registryOutput.ts';

/** Reads what the organisation sets for this computer, anew each time. Never fails: what went wrong stands among the problems. */
export type ReadPolicy = () => Promise<Policy>;

/** The registry on Windows, a file of root's elsewhere. */
export function machinePolicy(platform: NodeJS.Platform, environment: Environment): ReadPolicy {
  return platform === 'win32'
    ? registryPolicy(() => readRegistry(policyRegistryKey, environment))
    : filePolicy(policyFile, [0]);
}

export function registryPolicy(read: () => Promise<RegistryReading>): ReadPolicy {
  const source = 'the registry under HKLM\\SOFTWARE\\Policies\\Plumbline';
  return async () => {
    const reading = await read();
    if (reading.kind === 'failed') return unreadablePolicy(source, reading.why);
    return policyOf(reading.kind === 'read' ? reading.entries : [], source);
  };
}

export function filePolicy(file: string, owners: readonly number[]): ReadPolicy {
  return async () => {
    const read = readPolicyFile(file, owners);
    if (!read.ok) return unreadablePolicy(file, read.failure.sentence);
    return read.value === null ? { ...noPolicy, source: file } : policyOf(read.value, file);
  };
}

/** Nobody knows then whether the organisation allows writing: nothing is written until the policy can be read. */
function unreadablePolicy(source: string, why: string): Policy {
  return {
    ...noPolicy,
    source,
    all: new Map([['writing.mode', 'readOnly']]),
    problems: [
      {
        sentence: `The organisation’s policy could not be read (${why}), so that nothing is written into Sage until it can be.`,
        remedy: `Put right what stands in the way of reading ${source}. It is read again every hour, and when Plumbline starts.`,
      },
    ],
  };
}
