import { existsSync } from 'node:fs';
import type { CompanyId } from '#shared/domain/company.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { withDecision } from '#shared/domain/trustedServers.ts';
import { type KeptCompanies, readCompaniesFile, writeCompaniesFile } from '../companies/companiesFile.ts';
import { knownCompanies } from '../companies/knownCompanies.ts';
import { booksOf, type CompanyEntry, type Config } from '../config.ts';
import type { Home } from '../homeFolder.ts';
import { clearstoryKey, secretNames } from '../secretNames.ts';
import type { HostSecrets } from '../secretStore.ts';
import type { EnrolledCompany, Enrolment } from './enrolmentFile.ts';

export type EnrolmentPlace = {
  readonly home: Home;
  readonly config: Config;
  readonly secrets: HostSecrets;
  /** Who sits here, or under whose name Plumbline runs. */
  readonly person: string;
  readonly now: string;
};

/**
 * Connects the companies of an enrolment: secrets into the keystore first, then all companies at once. `replace`: a person has said that
 * what is there may be replaced. Fails in words, and then nothing has changed.
 */
export function applyEnrolment(enrolment: Enrolment, place: EnrolmentPlace, replace: boolean): Result<KeptCompanies> {
  const { home, config, secrets, person, now } = place;
  const read = readCompaniesFile(home.companiesFile);
  if (!read.ok) return read;
  const kept = read.value;
  const inTheWay = taken(enrolment, kept, config, home);
  if (inTheWay.byFile.length > 0) return fail(byFile(inTheWay.byFile));
  if (inTheWay.kept.length > 0 && !replace) return fail(needsYes(inTheWay.kept));
  const stored = storeSecrets(enrolment.companies, secrets);
  if (!stored.ok) return stored;
  const ids = enrolment.companies.map(({ id }) => id);
  const by = `${person}, with the enrolment of ${enrolment.preparedBy}`;
  const next: KeptCompanies = {
    ...kept,
    companies: [...(kept.companies ?? []).filter(({ id }) => !ids.includes(id)), ...enrolment.companies.map(entryOf)],
    trustedServers: enrolment.companies.reduce(
      (trusted, { sage }) =>
        sage.kind === 'odbc' && sage.dialect === 'mssql' && 'server' in sage.connection
          ? withDecision(trusted, sage.connection.server, {
              trust: sage.connection.trustServerCertificate,
              by,
              at: now,
            })
          : trusted,
      kept.trustedServers,
    ),
    enrolled: {
      ...kept.enrolled,
      ...Object.fromEntries(
        enrolment.companies.map((one) => [one.id, { hash: enrolment.hash, at: now, by, settings: settingsOf(one) }]),
      ),
    },
    enrolments: [...kept.enrolments, { hash: enrolment.hash, at: now, by }],
  };
  const failed = writeCompaniesFile(home.companiesFile, next);
  if (failed === null) return succeed(next);
  stored.value.undo();
  return fail(failed);
}

type InTheWay = { readonly byFile: readonly string[]; readonly kept: readonly string[] };

/** Companies, databases and data that are there already. */
function taken(enrolment: Enrolment, kept: KeptCompanies, config: Config, home: Home): InTheWay {
  const known = knownCompanies(config, kept).filter(({ origin }) => origin !== 'sample');
  const same = ({ id, sage }: EnrolledCompany) =>
    known.filter(
      (one) => one.id === id || (one.config.sage !== undefined && booksOf(one.config.sage) === booksOf(sage)),
    );
  const found = enrolment.companies.flatMap(same);
  const data = enrolment.companies.filter(({ id }) => existsSync(home.storeFile(id))).map(({ id }) => id);
  const names = (origins: readonly string[]) =>
    found.filter(({ origin }) => origins.includes(origin)).map(({ id }) => id);
  return { byFile: names(['file', 'policy']), kept: [...new Set([...names(['screen']), ...data])] };
}

type Stored = { readonly undo: () => void };

/** Fails where they could not be stored; each company then has the ones it had before. */
function storeSecrets(companies: readonly EnrolledCompany[], secrets: HostSecrets): Result<Stored> {
  const before = companies.map(({ id }) => ({ id, had: hadBefore(secrets, id) }));
  const undo = () => {
    for (const { id, had } of before) {
      secrets.forget(id);
      for (const [name, value] of had) secrets.of(id, false).write(name, value);
    }
  };
  for (const { id, secrets: given = {} } of companies) {
    for (const [name, value] of secretsToWrite(given)) {
      const written = secrets.of(id, false).write(name, value);
      if (written.ok) continue;
      undo();
      return fail({ next: 'needsPerson', code: 'secrets.unsafe', sentence: written.sentence });
    }
  }
  return succeed({ undo });
}

function hadBefore(secrets: HostSecrets, id: CompanyId): readonly (readonly [string, string])[] {
  const own = secrets.of(id, false);
  return [...Object.keys(secretNames).filter((name) => !name.startsWith('clearstory.')), clearstoryKey].flatMap(
    (name) => {
      const value = own.read(name);
      return value === null ? [] : [[name, value] as const];
    },
  );
}

/** The two halves of Clearstory's key are stored together. */
function secretsToWrite(given: NonNullable<EnrolledCompany['secrets']>): readonly (readonly [string, string])[] {
  const { 'clearstory.keyId': keyId, 'clearstory.secret': secret, ...single } = given;
  const pair =
    keyId === undefined || secret === undefined ? [] : [[clearstoryKey, JSON.stringify({ keyId, secret })] as const];
  return [
    ...Object.entries(single).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    ...pair,
  ];
}

/** What is kept with the other companies: its settings are entered once and can be changed on screen. */
function entryOf({ id, name, sage, clearstory, procore }: EnrolledCompany): CompanyEntry {
  const practice = {
    ...(clearstory !== undefined && 'sandbox' in clearstory ? { clearstory } : {}),
    ...(procore !== undefined && 'sandbox' in procore ? { procore } : {}),
  };
  const untrusted =
    sage.kind === 'odbc' && sage.dialect === 'mssql' && 'server' in sage.connection
      ? { ...sage, connection: { ...sage.connection, trustServerCertificate: false } }
      : sage;
  return { id, name, sage: untrusted, ...practice };
}

function settingsOf({ id: _1, name: _2, sage: _3, secrets: _4, ...settings }: EnrolledCompany) {
  return settings;
}

function needsYes(ids: readonly string[]): Failure {
  return {
    next: 'needsPerson',
    code: 'enrolment.taken',
    sentence: `The enrolment was not used, and nothing was changed: ${ids.join(', ')} ${ids.length === 1 ? 'is' : 'are'} on this computer already, or ${ids.length === 1 ? 'its' : 'their'} data or database.`,
    remedy: 'If it is to replace that, run: plumbline enrol FILE, which asks. If not, take the file away.',
  };
}

function byFile(ids: readonly string[]): Failure {
  return {
    next: 'needsPerson',
    code: 'enrolment.byFile',
    sentence: `The enrolment was not used, and nothing was changed: the configuration file or the policy sets ${ids.join(', ')}.`,
    remedy: 'Take them out of the enrolment, or out of the configuration file.',
  };
}
