import type { CompanyId } from '#shared/domain/company.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { companyOption } from './eachCompany.ts';
import { type ExitCode, exitCodes } from './exitCodes.ts';
import { refuse } from './output.ts';
import { type AskHost, reachPlumbline } from './reachPlumbline.ts';
import type { Call, Verb } from './verb.ts';
import { whichWords } from './whichPlumbline.ts';

export const backupVerbs: readonly Verb[] = [
  {
    name: 'backup now',
    words: 'Back up what Plumbline remembers of a company, verified.',
    more: ['Done by the Plumbline that runs, or by this command itself.', whichWords],
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
        const { folder, backups, undescribed, trouble } = listed.value;
        call.output.say(`${backups.length} in ${folder}`);
        for (const { name, at, computer, bytes, counts } of backups) {
          const made = computer === '' ? '' : `  made by ${computer}`;
          const holds = `${counts.transfers} transfers, ${counts.links} links`;
          call.output.say(`${name}  ${at}  ${Math.ceil(bytes / 1024)} kB  ${holds}${made}`);
        }
        for (const name of undescribed)
          call.output.say(`${name}  lies there without ${name}.json, which says what it holds; it can be restored.`);
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
  const reached = await reachPlumbline(call);
  if (!reached.ok) return refuse(output, reached.failure);
  const { companies, ask, asked, close } = reached.value;
  try {
    const [company, ...others] = companies;
    if (company === undefined || others.length > 0)
      return refuse(output, noCompany(companies.map(({ id }) => id).join(', ')));
    const done = await act(ask, company.id, company.name);
    if (!done.ok) return refuse(output, done.failure);
    output.result({ ok: true, asked, ...done.value });
    return exitCodes.ok;
  } finally {
    await close();
  }
}

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
