import type { HistoryEntry } from '#shared/domain/records.ts';
import type { StateKind } from './StateBadge.tsx';

export type HistoryKind = HistoryEntry['kind'];

/** What a kind of entry is called, and what it means for a person. */
export const historyWords: Readonly<Record<HistoryKind, { readonly kind: StateKind; readonly word: string }>> = {
  mapped: { kind: 'info', word: 'Mapped' },
  mappingEdited: { kind: 'info', word: 'Mapping edited' },
  unmapped: { kind: 'neutral', word: 'Unmapped' },
  importAccepted: { kind: 'ok', word: 'Project created' },
  importRejected: { kind: 'neutral', word: 'Job rejected' },
  importRestored: { kind: 'info', word: 'Job restored' },
  draftSaved: { kind: 'neutral', word: 'Draft saved' },
  approved: { kind: 'info', word: 'Approved' },
  withdrawn: { kind: 'neutral', word: 'Withdrawn' },
  applied: { kind: 'ok', word: 'Written to Sage' },
  failed: { kind: 'failed', word: 'Failed' },
  retried: { kind: 'info', word: 'Retried' },
  dropped: { kind: 'neutral', word: 'Dropped' },
  corChanged: { kind: 'warning', word: 'Changed in Clearstory' },
  sageChanged: { kind: 'warning', word: 'Changed in Sage' },
  accepted: { kind: 'ok', word: 'Sage accepted' },
  unlinked: { kind: 'neutral', word: 'Unlinked' },
  labelled: { kind: 'info', word: 'Written to Clearstory' },
  settings: { kind: 'neutral', word: 'Settings' },
  typed: { kind: 'ok', word: 'Typed into Sage' },
  doubtDecided: { kind: 'warning', word: 'Doubt decided' },
  writing: { kind: 'info', word: 'Writing into Sage' },
  procoreTold: { kind: 'ok', word: 'Told to Procore' },
  restored: { kind: 'warning', word: 'Restored' },
  backedUp: { kind: 'neutral', word: 'Backup' },
  procoreDecided: { kind: 'info', word: 'Procore item' },
};
