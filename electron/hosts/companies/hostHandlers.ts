import { existsSync } from 'node:fs';
import type { EnteredCompany } from '#shared/contract/companies.ts';
import { type CompanyId, proposeCompanyId } from '#shared/domain/company.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { alarmHandlers } from '../alarms/alarmHandlers.ts';
import { backupHandlers } from '../backups/backupHandlers.ts';
import { booksOf, type CompanyEntry, companyEntrySchema } from '../config.ts';
import { firstRunDue } from '../firstRun/due.ts';
import { firstRunHandlers } from '../firstRun/firstRunHandlers.ts';
import { networkHandlers } from '../network/networkHandlers.ts';
import { supportHandlers } from '../support/supportHandlers.ts';
import { attentionList } from './attentionList.ts';
import { companyViews } from './companyViews.ts';
import type { HostContext, HostHandlers } from './hostRequests.ts';
import { booksOfCompany, type KnownCompany, sampleEntry } from './knownCompanies.ts';
import { againstPolicy, withoutPolicyValues } from './lockedBooks.ts';
import { passwordElsewhere } from './passwordElsewhere.ts';
import { testEntered } from './testEntered.ts';
import { alsoOnServer, decided, withoutDecision } from './trustDecision.ts';

type Refused = Failure | null;

/** What is asked of the installation: its companies, and how they are added, changed and taken out. */
export const hostHandlers: HostHandlers = {
  ...backupHandlers,
  ...firstRunHandlers,
  ...networkHandlers,
  ...supportHandlers,
  ...alarmHandlers,

  'companies.list': async (_, { companies, secrets, home }) => {
    const { lastChosen } = companies.kept();
    return succeed({
      companies: await companyViews(companies, secrets),
      lastChosen,
      firstRunDue: firstRunDue(companies, home),
    });
  },

  'attention.list': async (_, { companies }) =>
    succeed({ now: companies.clock.now(), companies: await attentionList(companies) }),

  // Where there is a desktop, it answers these itself.
  'desktop.get': () =>
    succeed({ available: false, startAtLogin: null, locks: [], notifyDone: false, cutOff: null, watches: null }),

  'desktop.save': () => fail(noDesktop),

  'desktop.seen': () => fail(noDesktop),

  'companies.choose': ({ id }, { companies }) => {
    const kept = companies.kept();
    if (kept.lastChosen === id) return succeed({});
    return done(companies.keep({ ...kept, lastChosen: id }));
  },

  'companies.proposeId': ({ name }, context) =>
    succeed({ id: proposeCompanyId(name, (id) => isKnown(context, id) || hasData(context, id)) }),

  'companies.add': (asked, context) =>
    context.companies.inTurn(async () => {
      const { id, takeUp } = asked;
      const others = alsoOnServer(asked, context);
      const refused =
        (isKnown(context, id) ? idTaken(id) : null) ??
        (hasData(context, id) && !takeUp ? dataKept(context, id) : null) ??
        againstPolicy(asked, context.companies.bookPolicy(id)) ??
        booksTaken(asked, context, null) ??
        keepPassword(asked, context) ??
        keepEntries(asked, context, (entries) => [...entries, entryOf(asked)]);
      if (refused !== null) return fail(refused);
      await reopenAll(context, [id, ...others]);
      return succeed({});
    }),

  'companies.change': (asked, context) =>
    context.companies.inTurn(async () => {
      const known = knownOf(context, asked.id);
      const others = alsoOnServer(asked, context);
      const set = context.companies.bookPolicy(asked.id);
      const refused =
        changeable(known, asked.id) ??
        againstPolicy(asked, set) ??
        booksTaken(asked, context, asked.id) ??
        (known !== null && booksOf(entryOf(asked).sage) !== booksOfCompany(known) ? busy(context, known) : null) ??
        (known === null ? null : passwordElsewhere(asked, known)) ??
        keepPassword(asked, context) ??
        keepEntries(asked, context, (entries) =>
          entries.map((entry) =>
            entry.id === asked.id ? withoutPolicyValues(entryOf(asked, entry), entry, set) : entry,
          ),
        );
      if (refused !== null) return fail(refused);
      await reopenAll(context, [asked.id, ...others]);
      return succeed({});
    }),

  'companies.remove': ({ id }, context) =>
    context.companies.inTurn(async () => {
      const { companies, secrets, home } = context;
      const known = knownOf(context, id);
      const last = companies.known().length === 1 ? lastOne : null;
      const refused =
        changeable(known, id) ??
        last ??
        (known === null ? null : busy(context, known)) ??
        keepEntries(null, context, (entries) => entries.filter((entry) => entry.id !== id));
      if (refused !== null) return fail(refused);
      await companies.close(id);
      const forgotten = secrets.forget(id);
      if (forgotten !== null) companies.logger.warn('company.secretsKept', { company: id, sentence: forgotten });
      return succeed({ keptFile: home.storeFile(id) });
    }),

  'companies.test': testEntered,

  'policy.get': (_, { companies }) => succeed(companies.standing()),

  'companies.open': ({ id }, { companies }) =>
    companies.inTurn(async () => {
      if (companies.placeOf(id).state === 'failed') await companies.reopen(id);
      return succeed({});
    }),
};

/** The entry to keep; what screens cannot set (schedules in the file, say) stays as it was. */
function entryOf({ id, name, sage }: EnteredCompany, before: Partial<CompanyEntry> = {}): CompanyEntry {
  const companion = before.sage !== undefined && 'companionDatabase' in before.sage ? before.sage : null;
  const kept = companion === null ? {} : { companionDatabase: companion.companionDatabase };
  return companyEntrySchema.parse({
    ...before,
    id,
    name,
    sage: sage.kind === 'odbc' ? { ...kept, ...withoutDecision(sage) } : sage,
  });
}

function knownOf({ companies }: HostContext, id: CompanyId): KnownCompany | null {
  return companies.known().find((one) => one.id === id) ?? null;
}

function isKnown(context: HostContext, id: CompanyId): boolean {
  return knownOf(context, id) !== null;
}

function hasData({ home }: HostContext, id: CompanyId): boolean {
  return existsSync(home.storeFile(id));
}

function booksTaken(asked: EnteredCompany, { companies }: HostContext, except: CompanyId | null): Refused {
  const books = booksOf(entryOf(asked).sage);
  const same = companies.known().find((one) => one.id !== except && booksOfCompany(one) === books);
  if (same === undefined) return null;
  const what = asked.sage.kind === 'sample' ? 'The sample company' : 'This database';
  return refusal(
    'company.booksTaken',
    `${what} is connected already, as ${same.name}: a company can be connected once.`,
    'Choose another database, or use the company that is there.',
  );
}

/** Before the entry: a company that is kept always has what it needs to connect. */
function keepPassword({ id, password }: EnteredCompany, { secrets }: HostContext): Refused {
  if (password === null) return null;
  const written = secrets.of(id, false).write('sage.password', password);
  return written.ok ? null : { next: 'needsPerson', code: 'secrets.unsafe', sentence: written.sentence };
}

/** `asked`: whose decision about its server is kept with the entries. */
function keepEntries(
  asked: EnteredCompany | null,
  { companies }: HostContext,
  change: (entries: readonly CompanyEntry[]) => CompanyEntry[],
): Refused {
  const kept = companies.kept();
  // The first company that is entered joins the sample company, which stood in until then.
  const standsIn = companies.known().some(({ origin }) => origin === 'sample');
  const entries = kept.companies ?? (standsIn ? [sampleEntry] : []);
  return companies.keep({ ...kept, companies: change(entries), trustedServers: decided(asked, companies) });
}

async function reopenAll({ companies }: HostContext, ids: readonly CompanyId[]): Promise<void> {
  for (const id of ids) await companies.reopen(id);
}

/** A company whose approved change orders wait for these very books is neither sent elsewhere nor taken out. */
function busy({ companies }: HostContext, { id, name }: KnownCompany): Refused {
  const place = companies.placeOf(id);
  if (place.state !== 'open') return null;
  const waiting = place.composed.store.transfers.open().filter(({ state }) => state.name !== 'draft').length;
  if (waiting === 0) return null;
  return refusal(
    'company.busy',
    `${waiting === 1 ? 'One change order' : `${waiting} change orders`} of ${name} ${waiting === 1 ? 'waits' : 'wait'} in the queue to be written.`,
    'Let them be written, or take them back or drop them on the Queue screen; then try again.',
  );
}

function changeable(known: KnownCompany | null, id: CompanyId): Refused {
  if (known === null) {
    return refusal('company.gone', `There is no company “${id}” any more.`, 'Look at the list of companies again.');
  }
  if (known.origin === 'policy') {
    return refusal(
      'company.byPolicy',
      `${known.name} is set by your organisation’s policy, so that it cannot be changed here.`,
      'Ask IT to change the policy.',
    );
  }
  if (known.origin !== 'file') return null;
  const sentence = `${known.name} is set by the configuration file, so that it cannot be changed here.`;
  return refusal(
    'company.byFile',
    sentence,
    'Ask IT to change the file that --config names, and start Plumbline again.',
  );
}

function idTaken(id: CompanyId): Failure {
  const sentence = `The short name ${id} belongs to another company here.`;
  return refusal('company.idTaken', sentence, 'Choose another short name.');
}

function dataKept({ home }: HostContext, id: CompanyId): Failure {
  return refusal(
    'company.dataKept',
    `Data of an earlier company ${id} is kept in ${home.storeFile(id)}.`,
    'If this is that company, go on with its data. If not, choose another short name, so that the two are never mixed.',
  );
}

const lastOne = refusal(
  'company.last',
  'This is the only company, so that it cannot be removed.',
  'Add the other company first.',
);

const noDesktop = refusal(
  'desktop.none',
  'Plumbline runs here without its desktop, so that there is nothing of it to set.',
  'Set it in Plumbline’s own window.',
);

function refusal(code: string, sentence: string, remedy: string): Failure {
  return { next: 'needsPerson', code, sentence, remedy };
}

function done(failure: Refused): Result<Record<string, never>> {
  return failure === null ? succeed({}) : fail(failure);
}
