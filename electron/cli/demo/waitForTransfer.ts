import type { TransferView } from '#shared/contract/queue.ts';
import { type Failure, fail, type Result } from '#shared/domain/failure.ts';
import type { Engine } from '../../engine/engineTypes.ts';
import type { Clock } from '../../engine/ports/runtime.ts';
import type { Ask } from '../ask.ts';

/** A push takes well below a second; this is for a machine that is busy with something else. */
const patienceMs = 60_000;

/** States in which the push is still going on. */
const underWay = new Set(['queued', 'applying', 'inDoubt']);

/** Waits, listening and not asking again and again, until the transfer is done or needs somebody. */
export function waitForTransfer(
  engine: Pick<Engine, 'onChanged'>,
  ask: Ask,
  clock: Clock,
  id: string,
): Promise<Result<TransferView>> {
  return new Promise((resolve) => {
    const finish = (result: Result<TransferView>) => {
      stopListening();
      cancel();
      resolve(result);
    };
    const look = async () => {
      const asked = await ask('queue.get', { id });
      if (!asked.ok) finish(asked);
      else if (!underWay.has(asked.value.transfer.state.name)) finish({ ok: true, value: asked.value.transfer });
    };
    const stopListening = engine.onChanged(({ transfer }) => {
      if (transfer?.id === id) void look();
    });
    const cancel = clock.after(patienceMs, () => finish(fail(tooSlow)));
    void look();
  });
}

const tooSlow: Failure = {
  next: 'retry',
  code: 'demo.slow',
  sentence: 'A change order was not written within a minute.',
  remedy: 'Look under Queue why it waits.',
};
