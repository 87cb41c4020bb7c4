import { useCallback, useEffect, useRef, useState } from 'react';
import type { ResponseOf } from '#shared/contract/requests.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { type Failure, type Result, succeed } from '#shared/domain/failure.ts';
import { useApi } from '../../../api/ApiContext.tsx';
import type { Api } from '../../../api/api.ts';
import { useToast } from '../../../components/Toasts.tsx';
import { type Autosave, createAutosave, type SaveState } from './autosave.ts';
import type { Edit } from './headerEdits.ts';

type Loaded = ResponseOf<'drafts.get'> & { readonly context: ResponseOf<'drafts.context'> };

export type ReadyDraft = {
  readonly status: 'ready';
  readonly loaded: Loaded;
  readonly draft: Draft;
  readonly saveState: SaveState;
  /** Changes the draft and saves it after a pause. Answers the changed draft. */
  readonly edit: (edit: Edit) => Draft;
  /** Saves now; true when everything is saved. */
  readonly flush: () => Promise<boolean>;
  readonly reload: () => void;
};

export type DraftForm =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure; readonly reload: () => void }
  | ReadyDraft;

/** The draft of one transfer, owned by this form: read once, saved as it changes, on leaving and when the window is hidden. */
export function useDraft(id: string): DraftForm {
  const api = useApi();
  const toast = useToast();
  // Showing a toast makes another function of it, and the draft must not be read again for that.
  const say = useRef(toast);
  say.current = toast;
  const [turn, setTurn] = useState(0);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [saveState, setSaveState] = useState<SaveState>({ name: 'saved' });
  const newest = useRef<Draft | null>(null);
  const autosave = useRef<Autosave | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` stands for another reading
  useEffect(() => {
    let superseded = false;
    const saving = createAutosave((changed) => api.request('drafts.save', { id, draft: changed }), setSaveState);
    autosave.current = saving;
    void load(api, id).then((answer) => {
      if (superseded) return;
      setFailure(answer.ok ? null : answer.failure);
      if (!answer.ok) return;
      newest.current = answer.value.draft;
      setLoaded(answer.value);
      setDraft(answer.value.draft);
    });
    const saveWhenHidden = () => {
      if (document.visibilityState === 'hidden') void saving.flush();
    };
    document.addEventListener('visibilitychange', saveWhenHidden);
    return () => {
      superseded = true;
      document.removeEventListener('visibilitychange', saveWhenHidden);
      void saving.close().then((saved) => {
        if (saved) return;
        say.current('The last changes to the draft were not saved.', 'error', 'Open it again and enter them anew.');
      });
    };
  }, [api, id, turn]);

  const edit = useCallback((change: Edit): Draft => {
    const before = newest.current;
    if (before === null) throw new Error('A draft is edited before it is read');
    const after = change(before);
    if (after !== before) {
      newest.current = after;
      setDraft(after);
      autosave.current?.change(after);
    }
    return after;
  }, []);
  const flush = useCallback(() => autosave.current?.flush() ?? Promise.resolve(true), []);
  const reload = useCallback(() => {
    setFailure(null);
    setTurn((count) => count + 1);
  }, []);

  if (failure !== null) return { status: 'failed', failure, reload };
  if (loaded === null || draft === null) return { status: 'loading' };
  return { status: 'ready', loaded, draft, saveState, edit, flush, reload };
}

/** The draft and what the steps need besides it, asked for side by side. */
async function load(api: Api, id: string): Promise<Result<Loaded>> {
  const [draft, context] = await Promise.all([
    api.request('drafts.get', { id }),
    api.request('drafts.context', { id }),
  ]);
  if (!draft.ok) return draft;
  return context.ok ? succeed({ ...draft.value, context: context.value }) : context;
}
