import type { Secrets } from '../engine/ports/runtime.ts';
import { type Environment, isSecretName, secretNames, secretsFromEnvironment } from './secretNames.ts';

/** Secrets as the hosts hold them: besides reading and writing, the values that the log must never contain. */
export type HostSecrets = Secrets & { readonly values: () => readonly string[] };

export type SaveSecrets = (secrets: ReadonlyMap<string, string>) => string | null;

/**
 * The environment first, then what is stored. `save` puts all stored secrets in their safe place and answers null, or the sentence
 * that says why it cannot; nothing is kept in memory that was not saved.
 */
export function createSecretStore(
  stored: ReadonlyMap<string, string>,
  save: SaveSecrets,
  environment: Environment,
): HostSecrets {
  const fixed = secretsFromEnvironment(environment);
  let kept = new Map(stored);
  const read = (name: string): string | null => fixed.get(name) ?? kept.get(name) ?? null;
  return {
    read,
    has: (name) => read(name) !== null,
    write: (name, value) => {
      if (fixed.has(name) && isSecretName(name)) {
        const sentence = `The environment variable ${secretNames[name]} sets this on this computer. Change it there and start Plumbline again.`;
        return { ok: false, sentence };
      }
      const next = new Map(kept).set(name, value);
      const refused = save(next);
      if (refused !== null) return { ok: false, sentence: refused };
      kept = next;
      return { ok: true };
    },
    values: () => withDerived([...kept, ...fixed]),
  };
}

/** Beside each value what travels in its place: the header of HTTP Basic authentication. */
function withDerived(secrets: readonly (readonly [string, string])[]): readonly string[] {
  const values = secrets.map(([, value]) => value);
  const named = new Map(secrets);
  const basic = `${named.get('clearstory.keyId') ?? ''}:${named.get('clearstory.secret') ?? ''}`;
  return basic === ':' ? values : [...values, Buffer.from(basic).toString('base64')];
}
