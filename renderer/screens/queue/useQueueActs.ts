import type { TransferView } from '#shared/contract/queue.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { useAct } from '../../api/useAct.ts';
import { useToast } from '../../components/Toasts.tsx';
import { navigate } from '../../navigation/route.ts';

type Of = Pick<TransferView, 'id' | 'item'>;

const itemBack = 'It stands under Procore again. Nothing was written to Sage.';

export type QueueActs = {
  readonly retry: (id: string) => Promise<void>;
  /** Opens a draft of CORs; takes an item of Procore back. */
  readonly fix: (transfer: Of) => Promise<void>;
  readonly withdraw: (transfer: Of) => Promise<void>;
  /** True when it was dropped. */
  readonly drop: (id: string, reason: string) => Promise<boolean>;
  /** Its dialog shows what came of it. */
  readonly giveUp: ReturnType<typeof useAct<'queue.giveUp'>>;
  readonly busy: boolean;
  readonly dropFailure: Failure | null;
  readonly clearDrop: () => void;
};

/** What a person can do with a transfer; each says what came of it. */
export function useQueueActs(): QueueActs {
  const toast = useToast();
  const retry = useAct('queue.retry');
  const fix = useAct('queue.fix');
  const withdraw = useAct('queue.withdraw');
  const drop = useAct('queue.drop');
  const giveUp = useAct('queue.giveUp');
  const say = (failure: Failure): void => toast(failure.sentence, 'error', failure.remedy);
  return {
    giveUp,
    busy: retry.busy || fix.busy || withdraw.busy || drop.busy,
    dropFailure: drop.failure,
    clearDrop: drop.clear,
    retry: async (id) => {
      const answer = await retry.run({ id });
      if (answer.ok) toast('It is tried again now.', 'info');
      else say(answer.failure);
    },
    fix: async ({ id, item }) => {
      const answer = await fix.run({ id });
      if (!answer.ok) say(answer.failure);
      else if (item === null) navigate(`#/add/${id}/1`);
      else toast(itemBack);
    },
    withdraw: async ({ id, item }) => {
      const answer = await withdraw.run({ id });
      if (answer.ok) toast(item === null ? 'It is a draft again. Nothing was written to Sage.' : itemBack);
      else say(answer.failure);
    },
    drop: async (id, reason) => {
      const answer = await drop.run({ id, reason });
      if (answer.ok) toast('Dropped. It stays in History with the reason.');
      return answer.ok;
    },
  };
}
