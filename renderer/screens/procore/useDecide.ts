import type { RequestOf } from '#shared/contract/requests.ts';
import { type Act, useAct } from '../../api/useAct.ts';
import { useToast } from '../../components/Toasts.tsx';

export type Deciding = RequestOf<'procore.decide'>['act'];

export type Decide = Act<'procore.decide'> & {
  /** Says it of all of them; each succeeds or fails alone, and what failed is told. */
  readonly say: (keys: RequestOf<'procore.decide'>['keys'], act: Deciding, reason: string) => Promise<boolean>;
};

const done: Readonly<Record<Deciding, string>> = {
  reject: 'rejected',
  retrieve: 'taken back',
  send: 'sent again',
  archive: 'archived',
  restore: 'restored',
  post: 'marked as posted',
  takeBack: 'no longer marked as posted',
};

export function useDecide(): Decide {
  const act = useAct('procore.decide');
  const toast = useToast();
  return {
    ...act,
    say: async (keys, deciding, reason) => {
      const answer = await act.run({ keys, act: deciding, reason });
      if (!answer.ok) return false;
      const failures = answer.value.results.flatMap(({ failure }) => failure ?? []);
      const count = keys.length - failures.length;
      if (count > 0) toast(`${count === 1 ? 'One item' : `${count} items`} ${done[deciding]}.`);
      for (const { sentence, remedy } of failures.slice(0, 3)) toast(sentence, 'error', remedy);
      return failures.length === 0;
    },
  };
}
