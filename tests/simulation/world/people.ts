import { procoreIdOf } from '#shared/domain/procore/item.ts';
import type { ItemTransfer, Transfer } from '#shared/domain/records.ts';
import { mayBeInSage } from '#shared/domain/transfer.ts';
import { type Context, planHash } from '../../../electron/engine/context.ts';
import { planDraft } from '../../../electron/engine/drafts/planning.ts';
import { act, approve } from '../../../electron/engine/push/approve.ts';
import { approveItem } from '../../../electron/engine/push/approveItem.ts';
import { planOfItem } from '../items.ts';
import { commitsOf } from '../sage/commitsOf.ts';
import type { Server } from '../sage/server.ts';
import type { Installation } from './installation.ts';
import type { World } from './world.ts';

type Given = {
  readonly world: World;
  readonly server: Server;
  readonly installations: readonly Installation[];
  readonly planned: (time: number, act: () => void) => void;
};

/** What people did, as `installation id` of transfers. */
export type Acts = {
  /** Taken back, opened again or given up. */
  readonly acted: ReadonlySet<string>;
  /** Given up because somebody found it in Sage. */
  readonly foundInSage: ReadonlySet<string>;
};

/** People look at the queue now and then and act on what they see. */
export function visits({ world, server, installations, planned }: Given): Acts {
  const { chance } = world;
  const [acted, foundInSage] = [new Set<string>(), new Set<string>()];
  if (chance.happens(0.65)) return { acted, foundInSage };
  const count = 1 + chance.below(3);
  for (let visit = 0; visit < count; visit += 1) {
    const time = chance.below(chance.happens(0.5) ? 1_500 : 300_000);
    planned(time, () => {
      const installation = chance.pick(installations);
      installation.person((context) => look({ world, server, context, installation, acted, foundInSage }));
    });
  }
  return { acted, foundInSage };
}

type Visit = {
  readonly world: World;
  readonly server: Server;
  readonly context: Context;
  readonly installation: Installation;
  readonly acted: Set<string>;
  readonly foundInSage: Set<string>;
};

async function look(visit: Visit): Promise<void> {
  const { world, context, installation, acted } = visit;
  const { chance } = world;
  const ids = [...installation.disk.transfers.keys()];
  if (ids.length === 0) return;
  const transfer = context.store.transfers.get(chance.pick(ids));
  if (transfer === null) return;
  if (transfer.state.name === 'draft') return approveAgain(context, installation, transfer);
  if (isUnsure(transfer)) return lookInSage(visit, transfer);
  const { id } = transfer;
  const at = context.clock.now();
  const share = chance.fraction();
  if (share < 0.1) changeSource(context, transfer, at);
  else if (share < 0.55) {
    if (act(context, id, { type: 'retry', at }).ok) installation.pushSoon();
  } else {
    acted.add(`${installation.name} ${id}`);
    if (share < 0.7) act(context, id, { type: 'withdraw' });
    else if (share < 0.9) act(context, id, { type: 'reopen' });
    else act(context, id, { type: 'drop', at, reason: 'Entered twice' });
  }
}

async function approveAgain(context: Context, installation: Installation, transfer: Transfer): Promise<void> {
  if (transfer.cloud === 'procore') return acceptAgain(context, installation, transfer);
  const { id, draft } = transfer;
  const planned = await planDraft(context, draft);
  if (!planned.ok || !planned.value.ok) return;
  const approved = await approve(context, id, planHash(planned.value.plan));
  if (approved.ok) installation.pushSoon();
}

function acceptAgain(context: Context, installation: Installation, { item, choices }: ItemTransfer): void {
  const plan = planOfItem(context, item);
  if (plan === null) return;
  const approved = approveItem(context, { item, projectId: null, choices, plan, shownHash: planHash(plan) });
  if (approved.ok) installation.pushSoon();
}

/** Plumbline says that only a person can tell whether this is what was saved. */
export function isUnsure({ state }: Transfer): boolean {
  return state.name === 'needsAttention' && mayBeInSage(state);
}

/** Looks in Sage: gives it up when it is there, has it tried again when it is not. */
function lookInSage({ server, context, installation, acted, foundInSage }: Visit, transfer: Transfer): void {
  const name = `${installation.name} ${transfer.id}`;
  const at = context.clock.now();
  acted.add(name);
  if (commitsOf(server, transfer).length === 0) {
    if (act(context, transfer.id, { type: 'retry', at }).ok) installation.pushSoon();
    return;
  }
  foundInSage.add(name);
  act(context, transfer.id, { type: 'drop', at, reason: 'It is in Sage' });
}

/** The COR changes in Clearstory, or the item in Procore, after it was approved. */
function changeSource({ store }: Context, transfer: Transfer, at: string): void {
  store.transaction(() => {
    if (transfer.cloud === 'clearstory') {
      const cor = store.cors.get(transfer.id);
      if (cor !== null) store.cors.upsert([{ ...cor, approvedCoIssuedAmount: '951.00', updatedAt: at }], true);
      return;
    }
    const { kind } = transfer.item;
    const id = procoreIdOf(transfer.item) ?? '';
    const { vendor, commitment } = {
      vendor: store.procore.records.get('vendor', id),
      commitment: store.procore.records.get('commitment', id),
    };
    if (kind === 'vendor' && vendor !== null) store.procore.records.upsert('vendor', [{ ...vendor, phone: at }]);
    if (kind === 'commitment' && commitment !== null) {
      store.procore.records.upsert('commitment', [{ ...commitment, description: at }]);
    }
  });
}
