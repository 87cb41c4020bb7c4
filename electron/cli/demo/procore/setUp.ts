import { procoreItem, sageItem } from '#shared/domain/procore/item.ts';
import { company, findRow, inProcore, isReady, type Player } from './player.ts';
import type { Tally } from './tally.ts';

/** Ids of Procore's projects that the story is about. */
export type Projects = {
  /** Created in Procore, then a job. */
  readonly boathouse: string;
  /** Created in Sage, then a project. */
  readonly lofts: string;
  /** On both sides before. */
  readonly clinic: string;
};

/** Ledger accounts that the sample company owes invoices on, as somebody enters them in Settings, Procore. */
const accounts = { payableAccount: '2000', retentionAccount: '2010' };

export async function changeSettings(player: Player, change: Readonly<Record<string, string>>): Promise<void> {
  const { settings } = await player.ask('settings.get', {});
  const procore = { ...settings.procore, ...change };
  await player.ask('settings.save', { settings: { ...settings, procore } });
}

/** Companies of the contracts that the story sends: Procore and Sage know them by the same name. */
const contractors = new Set([
  'Airstream Balance and Controls',
  'Evergreen Door Supply',
  'Foss Landing Marine Construction',
  'GypBoard Distributors LLC',
  'Harbor Mist Fire Sprinkler Inc.',
  'Hilltop Power and Data LLC',
  'Mountain View Drywall Inc.',
  'Old Town Brick and Stone',
  'Pacific Ready Mix Co.',
  'Precision Casework Components',
  'Stadium Plumbing Inc.',
]);

/** Cost codes of the company, projects from each side and one that both have, companies and vendors the same way. */
export async function setUp(player: Player, tally: Tally): Promise<Projects> {
  await changeSettings(player, accounts);
  await player.read();
  await player.accept(company);
  await player.settle([company]);
  tally.done(company, 'Cost codes and cost types of Sage are in Procore.');
  const projects = await setUpProjects(player, tally);
  await setUpVendors(player, tally);
  return projects;
}

async function setUpProjects(player: Player, tally: Tally): Promise<Projects> {
  const { key: boathouse } = await findRow(player, 'project', (row) => inProcore(row) && row.number === '2417');
  const { key: clinic } = await findRow(player, 'project', (row) => inProcore(row) && row.number === '2402');
  const fromSage = sageItem('project', '2409');
  await player.accept(boathouse, { number: '2417', status: '4' });
  await player.accept(fromSage);
  await player.link([{ key: clinic, sageKey: '2402' }]);
  await player.settle([boathouse, clinic, fromSage]);
  await player.read();
  const { key: lofts } = await findRow(player, 'project', (row) => inProcore(row) && row.sage === '2409');
  tally.done(boathouse, 'Project 2417 of Procore is a new job in Sage.');
  tally.done(lofts, 'Job 2409 of Sage is a new project in Procore.');
  tally.done(clinic, 'Project and job 2402, which were on both sides, are linked.');
  const idOf = ({ id }: { readonly id: string }) => id.slice(2);
  return { boathouse: idOf(boathouse), lofts: idOf(lofts), clinic: idOf(clinic) };
}

async function setUpVendors(player: Player, tally: Tally): Promise<void> {
  const rows = await player.rows('vendor');
  const alike = rows.filter((row) => inProcore(row) && row.suggestion !== null && contractors.has(row.title));
  await player.link(alike.map(({ key, suggestion }) => ({ key, sageKey: suggestion?.sageKey ?? '' })));
  const fresh = await findRow(player, 'vendor', (row) => inProcore(row) && row.title === 'Tahoma Scaffold & Shoring');
  const { choices } = await player.ask('procore.item', { key: fresh.key });
  const types = choices.find(({ name }) => name === 'type')?.options ?? [];
  const type = types.find(({ value, refusal }) => value !== '' && refusal === null)?.value ?? '';
  await player.accept(fresh.key, { number: '9801', type });
  const toProcore = await findRow(
    player,
    'vendor',
    (row) => !inProcore(row) && row.suggestion === null && isReady(row),
  );
  await player.accept(toProcore.key);
  await player.settle([...alike.map(({ key }) => key), fresh.key, toProcore.key]);
  for (const { key, title } of alike) tally.done(key, `Company ${title} is linked with its vendor.`);
  tally.done(fresh.key, `Company ${fresh.title} is new vendor 9801 in Sage.`);
  tally.done(toProcore.key, `Vendor ${toProcore.title} is a new company in Procore.`);
}

export const budgetItem = (project: string) => procoreItem('budget', project);
export const codesItem = (project: string) => procoreItem('costCodes', project);
