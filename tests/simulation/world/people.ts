import { type Context, planHash } from '../../../electron/engine/context.ts';
import { planDraft } from '../../../electron/engine/drafts/planning.ts';
import { act, approve } from '../../../electron/engine/push/approve.ts';
import type { Chance } from '../chance.ts';
import type { Installation } from './installation.ts';

type Given = {
  readonly chance: Chance;
  readonly installations: readonly Installation[];
  readonly planned: (time: number, act: () => void) => void;
};

/** People look at the queue now and then and act on what they see. `acted`: the transfers that somebody took back or gave up. */
export function visits({ chance, installations, planned }: Given): { readonly acted: ReadonlySet<string> } {
  const acted = new Set<string>();
  if (chance.happens(0.65)) return { acted };
  const count = 1 + chance.below(3);
  for (let visit = 0; visit < count; visit += 1) {
    const time = chance.below(chance.happens(0.5) ? 1_500 : 300_000);
    planned(time, () => {
      const installation = chance.pick(installations);
      installation.person((context) => look(chance, context, installation, acted));
    });
  }
  return { acted };
}

async function look(chance: Chance, context: Context, installation: Installation, acted: Set<string>): Promise<void> {
  const ids = [...installation.disk.transfers.keys()];
  if (ids.length === 0) return;
  const id = chance.pick(ids);
  const transfer = context.store.transfers.get(id);
  if (transfer === null) return;
  const at = context.clock.now();
  const share = chance.fraction();
  if (transfer.state.name === 'draft') {
    const planned = await planDraft(context, transfer.draft);
    if (!planned.ok || !planned.value.ok) return;
    const approved = await approve(context, id, planHash(planned.value.plan));
    if (approved.ok) installation.pushSoon();
    return;
  }
  const takesBack = () => acted.add(`${installation.name} ${id}`);
  if (share < 0.1) changeCor(context, id, at);
  else if (share < 0.55) {
    if (act(context, id, { type: 'retry', at }).ok) installation.pushSoon();
  } else if (share < 0.7) {
    takesBack();
    act(context, id, { type: 'withdraw' });
  } else if (share < 0.9) {
    takesBack();
    act(context, id, { type: 'reopen' });
  } else {
    takesBack();
    act(context, id, { type: 'drop', at, reason: 'Entered twice' });
  }
}

/** The COR changes in Clearstory after it was approved. */
function changeCor(context: Context, id: string, at: string): void {
  const cor = context.store.cors.get(id);
  if (cor === null) return;
  context.store.transaction(() =>
    context.store.cors.upsert([{ ...cor, approvedCoIssuedAmount: '951.00', updatedAt: at }], true),
  );
}
