import type { Draft } from '#shared/domain/draft.ts';
import type { Failure, Result } from '#shared/domain/failure.ts';

/**
 *   saved ─change→ saving ─kept→ saved
 *                    │ └─changed meanwhile→ saving (again, with the newest draft)
 *                    └─refused→ notSaved ─change, flush, a pause when it may pass→ saving
 */
export type SaveState =
  | { readonly name: 'saved' }
  | { readonly name: 'saving' }
  | { readonly name: 'notSaved'; readonly failure: Failure };

export type Autosave = {
  /** Takes the newest draft; it is saved after a pause in typing. */
  readonly change: (draft: Draft) => void;
  /** Saves what is not saved yet, now. True when everything is saved. */
  readonly flush: () => Promise<boolean>;
  /** Saves for the last time; afterwards nothing is tried again. */
  readonly close: () => Promise<boolean>;
};

/** A pause in typing after which the draft is saved. */
const pauseMs = 400;
/** Between attempts while the engine is away; what was typed is kept on the screen meanwhile. */
const retryMs = 5_000;

/** Saves a draft as it changes: never two saves at once, never an older one after a newer one. */
export function createAutosave(
  save: (draft: Draft) => Promise<Result<unknown>>,
  onState: (state: SaveState) => void,
): Autosave {
  let unsaved: Draft | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;
  let closed = false;

  const drain = async (): Promise<boolean> => {
    while (unsaved !== null) {
      const draft = unsaved;
      unsaved = null;
      onState({ name: 'saving' });
      const answer = await save(draft);
      if (!answer.ok) {
        unsaved ??= draft;
        onState({ name: 'notSaved', failure: answer.failure });
        if (!closed && answer.failure.next === 'retry') timer = setTimeout(flush, retryMs);
        return false;
      }
    }
    onState({ name: 'saved' });
    return true;
  };

  const flush = (): Promise<boolean> => {
    clearTimeout(timer);
    if (running === null && unsaved === null) return Promise.resolve(true);
    running ??= drain().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    change: (draft) => {
      unsaved = draft;
      onState({ name: 'saving' });
      clearTimeout(timer);
      timer = setTimeout(flush, pauseMs);
    },
    flush,
    close: () => {
      closed = true;
      return flush();
    },
  };
}
