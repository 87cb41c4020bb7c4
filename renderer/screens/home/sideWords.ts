import type { SideStatus } from '#shared/contract/home.ts';
import type { StateKind } from '../../components/StateBadge.tsx';

export const sideWords: Readonly<Record<SideStatus['state'], { readonly kind: StateKind; readonly word: string }>> = {
  ok: { kind: 'ok', word: 'In contact' },
  working: { kind: 'working', word: 'Working' },
  failed: { kind: 'failed', word: 'Failed' },
  silent: { kind: 'warning', word: 'Silent' },
  paused: { kind: 'paused', word: 'Paused' },
  never: { kind: 'neutral', word: 'Never run' },
};
