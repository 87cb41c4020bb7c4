import type { HostChannel, HostRequestOf, HostResponseOf } from '#shared/contract/companies.ts';
import { hostRequests } from '#shared/contract/companies.ts';
import { type CompanyId, companyIdSchema } from '#shared/domain/company.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Reply } from '../engine/engineTypes.ts';
import { askAtHome } from '../hosts/homeSocket.ts';
import { companyOption } from './eachCompany.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exitCodes.ts';
import { openPlumbline } from './openPlumbline.ts';
import { sayFailure } from './output.ts';
import type { Call, Verb } from './verb.ts';

type AskHost = <C extends HostChannel>(channel: C, request: HostRequestOf<C>) => Promise<Result<HostResponseOf<C>>>;

export const backupVerbs: readonly Verb[] = [
  {
    name: 'backup now',
    words: 'Back up what Plumbline remembers of a company, verified.',
    more: ['Done by the Plumbline that runs on this home folder, or by this command itself.'],
    options: [companyOption],
    run: (call) =>
      withCompany(call, async (ask, id) => {
        const made = await ask('backups.now', { id });
        if (!made.ok) return made;
        call.output.say(`Backed up: ${made.value.backup.name}`);
        return succeed(made.value);
      }),
  },
  {
    name: 'backup list',
    words: 'List the backups of a company, newest first.',
    more: [],
    options: [companyOption],
    run: (call) =>
      withCompany(call, async (ask, id) => {
        const listed = await ask('backups.list', { id });
        if (!listed.ok) return listed;
        const { folder, backups, trouble } = listed.value;
        call.output.say(`${backups.length} in ${folder}`);
        for (const { name, at, bytes, counts } of backups) {
          call.output.say(
            `${name}  ${at}  ${Math.ceil(bytes / 1024)} kB  ${counts.transfers} transfers, ${counts.links} links`,
          );
        }
        if (trouble !== null) call.output.say(`The last one failed at ${trouble.at}: ${trouble.sentence}`);
        return succeed(listed.value);
      }),
  },
  {
    name: 'backup restore',
    words: 'Put a backup in the place of a company’s data; what is there now is kept aside.',
    more: ['Asks for the company’s name first. Nothing is pushed before the restored data was compared with Sage.'],
    options: [
      companyOption,
      { name: 'backup', value: 'NAME', words: 'Which one, as `backup list` names it.' },
      { name: 'confirm', value: 'COMPANY', words: 'The company’s name, where nobody can be asked.' },
    ],
    run: (call) => withCompany(call, (ask, id, company) => restore(call, ask, id, company)),
  },
];

async function restore(call: Call, ask: AskHost, id: CompanyId, company: string): Promise<Result<object>> {
  const name = call.option('backup');
  if (name === null) return fail(unnamed);
  const preview = await ask('backups.preview', { id, name });
  if (!preview.ok) return preview;
  const { backup, lost } = preview.value;
  call.output.say(
    `${backup.name} of ${backup.at}: ${backup.counts.transfers} transfers, ${backup.counts.links} links.`,
  );
  if (lost === null) call.output.say('What would be lost cannot be told: the present data cannot be read.');
  for (const { title, at } of lost ?? [])
    call.output.say(`Pushed since, and looked for in Sage afterwards: ${title} (${at})`);
  const typed =
    call.option('confirm') ?? (await call.question(`Type the company's name (${company}) to replace its data: `)) ?? '';
  const restored = await ask('backups.restore', { id, name, confirmation: typed });
  if (restored.ok) call.output.say(`Restored. What was there before is kept as ${restored.value.keptFile}.`);
  return restored;
}

/** The company that `--company` names; the only one where there is one. */
async function withCompany(
  call: Call,
  act: (ask: AskHost, id: CompanyId, name: string) => Promise<Result<object>>,
): Promise<ExitCode> {
  const { output } = call;
  const home = call.openHome(call.homePath);
  if (home === null) return exitCodes.needsPerson;
  const named = call.option('company');
  const there = await askAtHome(home.folder, { ask: 'engine', company: null, channel: 'companies.list', payload: {} });
  const opened = there === null ? await openPlumbline(call, home, null) : null;
  if (opened !== null && !opened.ok) return refuse(call, opened.failure);
  const ask = askWith(async (channel, payload) =>
    opened === null
      ? ((await askAtHome(home.folder, { ask: 'engine', company: null, channel, payload })) ?? fail(gone))
      : opened.value.door.request(null, channel, payload),
  );
  try {
    const listed = await ask('companies.list', {});
    if (!listed.ok) return refuse(call, listed.failure);
    const known = listed.value.companies;
    const wanted = companyIdSchema.safeParse(named ?? (known.length === 1 ? known[0]?.id : ''));
    const company = known.find(({ id }) => wanted.success && id === wanted.data);
    if (company === undefined) return refuse(call, noCompany(known.map(({ id }) => id).join(', ')));
    const done = await act(ask, company.id, company.name);
    if (!done.ok) return refuse(call, done.failure);
    output.result({ ok: true, ...done.value });
    return exitCodes.ok;
  } finally {
    await opened?.value.companies.stop();
  }
}

function askWith(request: (channel: string, payload: unknown) => Promise<Reply>): AskHost {
  return async <C extends HostChannel>(channel: C, payload: HostRequestOf<C>) => {
    const reply = await request(channel, payload);
    if (!reply.ok) return reply;
    const value = hostRequests[channel].response.safeParse(reply.value);
    // The schema just passed is the one that HostResponseOf<C> is inferred from.
    return value.success ? succeed(value.data as HostResponseOf<C>) : fail(otherVersion);
  };
}

function refuse({ output }: Call, failure: Failure): ExitCode {
  sayFailure(output, failure);
  return exitCodeOf(failure);
}

const otherVersion: Failure = {
  next: 'needsPerson',
  code: 'cli.answer',
  sentence: 'The running Plumbline answered in a form that this command does not understand.',
  remedy: 'The running Plumbline is of another version: stop it and start this one.',
};

const gone: Failure = {
  next: 'needsPerson',
  code: 'cli.gone',
  sentence: 'The running Plumbline was stopped while it was asked.',
  remedy: 'Try again.',
};

const unnamed: Failure = {
  next: 'needsPerson',
  code: 'backup.unnamed',
  sentence: 'The command does not say which backup is to be restored.',
  remedy: 'plumbline backup list names them; add --backup NAME.',
};

function noCompany(known: string): Failure {
  return {
    next: 'needsPerson',
    code: 'cli.company',
    sentence: `--company has to name one of the companies here: ${known}.`,
    remedy: 'Add --company and its short name.',
  };
}
