import type { ItemList, ItemStateName } from '#shared/domain/procore/item.ts';
import type { StateKind } from '../../components/StateBadge.tsx';

type Words = { readonly kind: StateKind; readonly word: string };

/** The lists of the board. Waiting is blue, taken back or rejected yellow, synced green, each with its word. */
export const listWords: Readonly<Record<ItemList | 'discrepancies', Words>> = {
  readyToImport: { kind: 'info', word: 'Ready to import' },
  readyToExport: { kind: 'info', word: 'Ready to export' },
  readyToUpdate: { kind: 'info', word: 'Ready to update' },
  underway: { kind: 'working', word: 'On its way' },
  failed: { kind: 'failed', word: 'Failed' },
  synced: { kind: 'ok', word: 'Synced' },
  notReady: { kind: 'neutral', word: 'Not ready' },
  archived: { kind: 'neutral', word: 'Archived' },
  discrepancies: { kind: 'warning', word: 'Discrepancies' },
};

export const itemStateWords: Readonly<Record<ItemStateName, Words>> = {
  readyToImport: listWords.readyToImport,
  readyToExport: listWords.readyToExport,
  readyToUpdate: listWords.readyToUpdate,
  underway: listWords.underway,
  failed: listWords.failed,
  synced: listWords.synced,
  notReady: listWords.notReady,
  archived: listWords.archived,
  rejected: { kind: 'warning', word: 'Rejected' },
  retrieved: { kind: 'warning', word: 'Taken back' },
  posted: { kind: 'neutral', word: 'Marked as posted' },
  external: { kind: 'locked', word: 'Owned elsewhere' },
};
