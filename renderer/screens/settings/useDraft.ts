import { useState } from 'react';
import { useReportDirty } from './useReportDirty.ts';

export type DraftInWork<Draft> = {
  readonly draft: Draft;
  readonly dirty: boolean;
  /** Somebody has tried to save this draft: time to show what is wrong with it. */
  readonly tried: boolean;
  change(draft: Draft): void;
  markTried(): void;
  /** Back to what is stored. */
  forget(): void;
};

/** What is typed over what is `stored`, as plain data. What changes elsewhere meanwhile is shown, unless something has been typed here. */
export function useDraft<Draft>(stored: Draft, onDirty: (dirty: boolean) => void): DraftInWork<Draft> {
  const [typed, setTyped] = useState<Draft | null>(null);
  const [tried, setTried] = useState(false);
  const draft = typed ?? stored;
  const dirty = JSON.stringify(draft) !== JSON.stringify(stored);
  useReportDirty(dirty, onDirty);
  return {
    draft,
    dirty,
    tried,
    change: (changed) => setTyped(changed),
    markTried: () => setTried(true),
    forget: () => {
      setTyped(null);
      setTried(false);
    },
  };
}
