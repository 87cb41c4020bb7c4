import type { Choices } from '#shared/contract/procore.ts';
import type { ItemKey, ItemKind } from '#shared/domain/procore/item.ts';
import type { ProcoreSettings } from '#shared/domain/procore/procoreSettings.ts';
import { byItself, type Context } from '../context.ts';
import { acceptItem, previewItem } from './accept.ts';
import { boardItems } from './board.ts';
import { kindModule, knownKinds } from './kinds/registry.ts';

/** The kinds that settings may let through without a person. */
const direct: readonly (readonly [ItemKind, keyof ProcoreSettings['directExport']])[] = [
  ['commitment', 'commitments'],
  ['commitmentChange', 'changes'],
  ['invoice', 'invoices'],
];

/**
 * Accepts what is ready where settings say so, with the answers that are proposed. What asks something that nobody has answered, or
 * wants something confirmed, waits for a person. Gives how many were accepted.
 */
export async function acceptByItself(context: Context): Promise<number> {
  if (!context.procore.configured()) return 0;
  const { directExport } = context.store.settings.read().procore;
  const plumbline: Context = { ...context, host: { ...context.host, person: byItself } };
  let accepted = 0;
  for (const [kind, setting] of direct) {
    if (!directExport[setting] || !knownKinds.includes(kind)) continue;
    const ready = boardItems(context, kind).filter(({ state }) => state.name === 'readyToExport');
    for (const { facts } of ready) if (await acceptOne(plumbline, facts.key)) accepted += 1;
  }
  return accepted;
}

async function acceptOne(context: Context, key: ItemKey): Promise<boolean> {
  const fields = await Promise.resolve(kindModule(key.kind).choices(context, key));
  if (!fields.ok || fields.value.some(({ required, value }) => required && value.trim() === '')) return false;
  const choices: Choices = Object.fromEntries(fields.value.map(({ name, value }) => [name, value]));
  const previewed = await previewItem(context, key, choices);
  if (!previewed.ok || !previewed.value.ok || previewed.value.cautions.length > 0) return false;
  const done = await acceptItem(context, { key, choices, hash: previewed.value.hash, confirmed: [] });
  return done.ok;
}
