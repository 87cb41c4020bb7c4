import type { Secrets } from '../engine/ports/runtime.ts';
import {
  type ClearstoryKey,
  clearstoryKey,
  clearstoryKeySchema,
  type Environment,
  secretNames,
  secretsFromEnvironment,
} from './secretNames.ts';

/** Secrets as the hosts hold them: besides reading and writing, the key in two halves and the values that the log must never contain. */
export type HostSecrets = Secrets & {
  readonly clearstoryKey: () => ClearstoryKey | null;
  readonly values: () => readonly string[];
};

/** Puts all stored secrets in their safe place; null, or the sentence that says why it cannot. */
export type SaveSecrets = (secrets: ReadonlyMap<string, string>) => string | null;

/** The environment first, then what is stored. Nothing is kept in memory that was not saved. */
export function createSecretStore(
  stored: ReadonlyMap<string, string>,
  save: SaveSecrets,
  environment: Environment,
): HostSecrets {
  const fixed = secretsFromEnvironment(environment);
  let kept = new Map(stored);
  const one = (name: string): string | null => fixed.get(name) ?? kept.get(name) ?? null;
  const pair = (): ClearstoryKey | null => {
    const keyId = one('clearstory.keyId');
    const secret = one('clearstory.secret');
    return keyId === null || secret === null ? null : { keyId, secret };
  };
  const read = (name: string): string | null => {
    const key = pair();
    return name === clearstoryKey ? key && JSON.stringify(key) : one(name);
  };
  return {
    read,
    has: (name) => read(name) !== null,
    write: (name, value) => {
      const entries = entriesOf(name, value);
      const blocked = entries.find(([entry]) => fixed.has(entry));
      if (blocked !== undefined) {
        const variable = new Map<string, string>(Object.entries(secretNames)).get(blocked[0]) ?? blocked[0];
        const sentence = `The environment variable ${variable} sets this on this computer. Change it there and start Plumbline again.`;
        return { ok: false, sentence };
      }
      const next = new Map([...kept, ...entries]);
      const refused = save(next);
      if (refused !== null) return { ok: false, sentence: refused };
      kept = next;
      return { ok: true };
    },
    clearstoryKey: pair,
    values: () => [...kept.values(), ...fixed.values(), ...basicOf(pair())],
  };
}

/** Stored in two halves, as the environment has them and as a person would write the file. */
function entriesOf(name: string, value: string): readonly (readonly [string, string])[] {
  if (name !== clearstoryKey) return [[name, value]];
  const { keyId, secret } = clearstoryKeySchema.parse(JSON.parse(value));
  return [
    ['clearstory.keyId', keyId],
    ['clearstory.secret', secret],
  ];
}

/** What travels in the key's place: the header of HTTP Basic authentication. */
function basicOf(key: ClearstoryKey | null): readonly string[] {
  return key === null ? [] : [Buffer.from(`${key.keyId}:${key.secret}`).toString('base64')];
}
