import type { ItemKey, ItemKind } from '#shared/domain/procore/item.ts';
import type { ProcoreControl } from '../../../sandbox/procore/control.ts';
import { isReady, type Player, StoryEnded, unexpected } from './player.ts';
import { budgetItem, changeSettings, codesItem, type Projects } from './setUp.ts';
import type { Tally } from './tally.ts';

/** The people at both ends: in Procore's browser, and in Sage. */
export type People = {
  readonly procore: ProcoreControl;
  readonly deletePurchaseOrder: (job: string, number: string) => Promise<void>;
};

/** A budget from each side; then Procore's team moves money and uses one more cost code, and both go over again. */
export async function playBudgets(player: Player, tally: Tally, people: People, projects: Projects): Promise<void> {
  const { boathouse, lofts } = projects;
  const [exported, imported] = [budgetItem(boathouse), budgetItem(lofts)];
  await player.accept(exported);
  await player.accept(imported);
  await player.settle([exported, imported]);
  tally.done(exported, 'The budget of 2417 went from Procore to Sage 6-2.');
  tally.done(imported, 'The budget of 2409 went from Sage 6-2 to Procore.');
  people.procore.addProjectCode(boathouse, '9600.000', 'S');
  people.procore.addBudgetChange({
    projectId: boathouse,
    title: 'Contingency to glazing',
    lines: [
      { code: '7500.000', amount: '4250.55' },
      { code: '2060.000', amount: '-1250.30' },
    ],
  });
  await player.read();
  const codes = codesItem(boathouse);
  const used = codesItem(projects.clinic);
  await player.accept(codes);
  await player.accept(used);
  await player.settle([codes, used]);
  tally.done(codes, 'A cost code that was added to 2417 in Procore is in the job’s budget in Sage.');
  tally.done(used, 'Cost codes that 2402 uses in Procore are in the job’s budget in Sage.');
  await player.read();
  await player.accept(exported);
  await player.settle([exported]);
  tally.done(exported, 'A budget change of 2417 was sent after it: only what had changed.');
}

/** Subcontracts and purchase orders of the new project and of the clinic, then change orders on both kinds. */
export async function playCommitments(player: Player, tally: Tally, people: People, projects: Projects): Promise<void> {
  await acceptAll(player, tally, projects, 'commitment');
  const contract = people.procore
    .records('commitments')
    .find(({ project_id, number }) => project_id === projects.boathouse && number === 'SC-002');
  if (contract === undefined) throw new StoryEnded(unexpected('The practice Procore has no contract SC-002 of 2417.'));
  people.procore.addChangeOrder({
    contractId: contract.id,
    title: 'Second lift of scaffold',
    lines: [{ line: 1, amount: '2140.25' }],
  });
  people.procore.addInvoice({
    contractId: contract.id,
    invoiceNumber: 'TS-118',
    items: [
      { work_completed_this_period: '4900.00', work_completed_retainage_retained_this_period: '245.00' },
      { work_completed_this_period: '0.00' },
    ],
  });
  await player.read();
  await acceptAll(player, tally, projects, 'commitmentChange');
  await player.read();
}

/** A batch of invoices: what is refused says why, is mended, and goes over like the others. */
export async function playInvoices(player: Player, tally: Tally, projects: Projects): Promise<void> {
  const refused = await acceptAll(player, tally, projects, 'invoice');
  if (refused.length === 0) return;
  await changeSettings(player, { defaultAccount: '5000' });
  for (const { key, what } of refused) {
    await player.accept(key);
    await player.settle([key]);
    tally.done(key, `${what} went over after the account was entered in Settings, Procore.`);
  }
}

/** Somebody deletes an order in Sage by mistake: it is unlinked, and sent again. Before, unlinking is refused. */
export async function playUnlink(player: Player, tally: Tally, people: People, projects: Projects): Promise<void> {
  const orders = await player.rowsOf('commitment', [projects.clinic]);
  const order = orders.find(({ number, state }) => number === 'PO-002' && state.name === 'synced');
  if (order === undefined) throw new StoryEnded(unexpected('Purchase order PO-002 of 2402 is not in Sage.'));
  const { key } = order;
  const still = await player.tryUnlink(key);
  if (still === null) throw new StoryEnded(unexpected('PO-002 was unlinked although it is in Sage.'));
  tally.failed('commitment', 'Unlinking PO-002 while it is in Sage', still);
  await people.deletePurchaseOrder('2402', 'PO-002');
  const refused = await player.tryUnlink(key);
  if (refused !== null) throw new StoryEnded(unexpected(`PO-002 cannot be unlinked: ${refused}`));
  await player.settle([key]);
  await player.accept(key);
  await player.settle([key]);
  tally.done(key, 'PO-002 was deleted in Sage, unlinked, and sent again.');
}

const nouns: Readonly<Partial<Record<ItemKind, string>>> = {
  commitment: 'Commitment',
  commitmentChange: 'Change order',
  invoice: 'Invoice',
};

/** Accepts everything of a kind that is ready in the two projects; answers what was refused. */
async function acceptAll(
  player: Player,
  tally: Tally,
  projects: Projects,
  kind: 'commitment' | 'commitmentChange' | 'invoice',
): Promise<readonly { readonly key: ItemKey; readonly what: string }[]> {
  const ready = (await player.rowsOf(kind, [projects.boathouse, projects.clinic])).filter(isReady);
  const refused: { key: ItemKey; what: string }[] = [];
  const accepted: { key: ItemKey; what: string }[] = [];
  for (const { key, number, title } of ready) {
    const what = `${nouns[kind]} ${number} ${title}`.trimEnd();
    let why = await player.tryAccept(key);
    if (why !== null) {
      tally.failed(kind, what, why);
      // Numbers are unique in the whole of Sage, and Procore counts in each project anew: another one is typed.
      if (kind === 'commitment' && why.includes('type another one'))
        why = await player.tryAccept(key, { number: `2402-${number}` });
    }
    if (why === null) accepted.push({ key, what });
    else refused.push({ key, what });
    // Change orders of one commitment follow each other: each plan starts from what the one before has written.
    if (kind !== 'commitment' && why === null) await player.settle([key]);
  }
  await player.settle(accepted.map(({ key }) => key));
  for (const { key, what } of accepted) tally.done(key, `${what} is in Sage.`);
  return refused;
}
