import type { TransferView } from '#shared/contract/queue.ts';

/** What mending begins with: a draft is opened, an item of Procore goes back to its board. */
export function fixWord({ item, state }: Pick<TransferView, 'item' | 'state'>): string {
  if (item !== null) return 'Take back';
  return state.name === 'draft' ? 'Open draft' : 'Fix';
}
