import { useEffect, useState } from 'react';
import type { Failure } from '#shared/domain/failure.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { useApi } from '../../api/ApiContext.tsx';
import { useReportDirty } from './useReportDirty.ts';

export type SettingsForm<Draft> = {
  readonly draft: Draft;
  readonly dirty: boolean;
  readonly busy: boolean;
  /** Somebody has tried to save this draft: time to show what is wrong with it. */
  readonly tried: boolean;
  readonly failure: Failure | null;
  change(draft: Draft): void;
  discard(): void;
  /** Saves unless something is `wrong` with the draft. Out: whether it was saved. */
  save(wrong: boolean): Promise<boolean>;
};

type Work<Draft> = {
  /** Null: nothing typed, so that the engine's word is shown. */
  readonly draft: Draft | null;
  /** The draft that was saved last, as JSON. */
  readonly saved: string | null;
  readonly tried: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
};

const untouched = { draft: null, saved: null, tried: false, busy: false, failure: null } as const;

/**
 * One section's draft of the settings. `current`: its part as the engine has it now; `put`: enters a draft into whole settings. What
 * changes elsewhere meanwhile is shown, unless something has been typed here.
 */
export function useSettingsForm<Draft>(
  current: Draft,
  put: (settings: Settings, draft: Draft) => Settings,
  onDirty: (dirty: boolean) => void,
): SettingsForm<Draft> {
  const api = useApi();
  const [work, setWork] = useState<Work<Draft>>(untouched);
  const currentKey = JSON.stringify(current);
  const key = work.draft === null ? currentKey : JSON.stringify(work.draft);
  const dirty = key !== currentKey && key !== work.saved;
  useReportDirty(dirty, onDirty);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the engine tells something new, what was saved need not be held any longer
  useEffect(() => {
    setWork((before) => (before.saved !== null && JSON.stringify(before.draft) === before.saved ? untouched : before));
  }, [currentKey]);

  return {
    draft: work.draft ?? current,
    dirty,
    busy: work.busy,
    tried: work.tried,
    failure: work.failure,
    change: (draft) => setWork((before) => ({ ...before, draft })),
    discard: () => setWork(untouched),
    save: async (wrong) => {
      const { draft, busy } = work;
      if (wrong) setWork((before) => ({ ...before, tried: true }));
      if (wrong || busy || draft === null) return false;
      setWork((before) => ({ ...before, busy: true, failure: null }));
      // Entered into the settings of this moment, so that nothing set elsewhere meanwhile (a pause, say) is undone.
      const now = await api.request('settings.get', {});
      const answer = now.ok ? await api.request('settings.save', { settings: put(now.value.settings, draft) }) : now;
      setWork((before) => ({
        ...before,
        busy: false,
        failure: answer.ok ? null : answer.failure,
        tried: !answer.ok,
        saved: answer.ok ? JSON.stringify(draft) : before.saved,
      }));
      return answer.ok;
    },
  };
}
