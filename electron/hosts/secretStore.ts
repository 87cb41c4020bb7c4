import type { CompanyId } from '#shared/domain/company.ts';
import type { Secrets } from '../engine/ports/runtime.ts';
import {
  type ClearstoryKey,
  clearstoryKey,
  clearstoryKeySchema,
  type Environment,
  ownName,
  type SecretName,
  secretsFromEnvironment,
  variableOf,
} from './secretNames.ts';

/** The secrets of one company: besides reading and writing, the key in two halves. */
export type CompanySecrets = Secrets & {
  readonly clearstoryKey: () => ClearstoryKey | null;
  /** The environment variable that sets this secret for this company. */
  readonly variable: (name: SecretName) => string;
};

/** Secrets as the hosts hold them, each company's apart, and the values that the log must never contain. */
export type HostSecrets = {
  /** `plainToo`: it is the only company of its configuration, so that names without a company are its own as well. */
  readonly of: (company: CompanyId, plainToo: boolean) => CompanySecrets;
  /** What belongs to the installation, whichever company is at work. */
  readonly installation: Pick<Secrets, 'has' | 'read' | 'write'>;
  /** Saves what is stored once more: null, or the sentence that says why secrets cannot be kept here. */
  readonly refused: () => string | null;
  /** Forgets what is stored for a company. Null, or the sentence that says why it cannot. */
  readonly forget: (company: CompanyId) => string | null;
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
  const replace = (next: Map<string, string>): string | null => {
    const refused = save(next);
    if (refused === null) kept = next;
    return refused;
  };

  const of = (company: CompanyId, plainToo: boolean): CompanySecrets => {
    const names = (name: string) => (plainToo ? [ownName(company, name), name] : [ownName(company, name)]);
    const first = (from: ReadonlyMap<string, string>, name: string) =>
      names(name)
        .map((one) => from.get(one))
        .find((value) => value !== undefined);
    const one = (name: string): string | null => first(fixed, name) ?? first(kept, name) ?? null;
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
        const blocked = entries.flatMap(([entry]) => names(entry)).find((entry) => fixed.has(entry));
        if (blocked !== undefined) return setElsewhere(blocked);
        const refused = replace(
          new Map([...kept, ...entries.map(([entry, text]) => [ownName(company, entry), text] as const)]),
        );
        return refused === null ? { ok: true } : { ok: false, sentence: refused };
      },
      forget: (gone) => {
        const entries = gone.flatMap(halvesOf).flatMap(names);
        const blocked = entries.find((entry) => fixed.has(entry));
        if (blocked !== undefined) return setElsewhere(blocked).sentence;
        const others = [...kept].filter(([name]) => !entries.includes(name));
        return others.length === kept.size ? null : replace(new Map(others));
      },
      clearstoryKey: pair,
      variable: (name) => variableOf(plainToo ? name : ownName(company, name)),
    };
  };

  return {
    of,
    installation: {
      read: (name) => fixed.get(name) ?? kept.get(name) ?? null,
      has: (name) => fixed.has(name) || kept.has(name),
      write: (name, value) => {
        if (fixed.has(name)) return setElsewhere(name);
        const refused = replace(new Map([...kept, [name, value]]));
        return refused === null ? { ok: true } : { ok: false, sentence: refused };
      },
    },
    refused: () => save(kept),
    forget: (company) => {
      const others = [...kept].filter(([name]) => !name.startsWith(ownName(company, '')));
      return others.length === kept.size ? null : replace(new Map(others));
    },
    values: () => {
      const all = [fixed, kept];
      return all.flatMap((some) => [...some.values(), ...all.flatMap((others) => basicsOf(some, others))]);
    },
  };
}

function setElsewhere(name: string): { readonly ok: false; readonly sentence: string } {
  const sentence = `The environment variable ${variableOf(name)} sets this on this computer. Change it there and start Plumbline again.`;
  return { ok: false, sentence };
}

/** Stored in two halves, as the environment has them and as a person would write the file. */
function halvesOf(name: string): readonly string[] {
  return name === clearstoryKey ? ['clearstory.keyId', 'clearstory.secret'] : [name];
}

function entriesOf(name: string, value: string): readonly (readonly [string, string])[] {
  if (name !== clearstoryKey) return [[name, value]];
  const { keyId, secret } = clearstoryKeySchema.parse(JSON.parse(value));
  return [
    ['clearstory.keyId', keyId],
    ['clearstory.secret', secret],
  ];
}

/** What travels in a key's place, for every way its halves may meet: the header of HTTP Basic authentication. */
function basicsOf(ids: ReadonlyMap<string, string>, secrets: ReadonlyMap<string, string>): readonly string[] {
  const valuesOf = (from: ReadonlyMap<string, string>, half: string) =>
    [...from].filter(([name]) => name.endsWith(half)).map(([, value]) => value);
  return valuesOf(ids, 'clearstory.keyId').flatMap((keyId) =>
    valuesOf(secrets, 'clearstory.secret').map((secret) => Buffer.from(`${keyId}:${secret}`).toString('base64')),
  );
}
