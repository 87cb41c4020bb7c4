import { Button } from '@fluentui/react-components';
import type { TransferView } from '#shared/contract/queue.ts';
import { useAct } from '../../../api/useAct.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { navigate } from '../../../navigation/route.ts';

type Props = { readonly transfer: TransferView; readonly onReopened: () => void };

/** What a person can do about a push that is not done: try again, put right, take back. */
export function ProgressActs({ transfer, onReopened }: Props) {
  const { id, state, refusals } = transfer;
  const retry = useAct('queue.retry');
  const fix = useAct('queue.fix');
  const withdraw = useAct('queue.withdraw');
  const failure = retry.failure ?? fix.failure ?? withdraw.failure;
  const busy = retry.busy || fix.busy || withdraw.busy ? 'This is being done.' : null;
  const reopen = async (act: typeof fix | typeof withdraw) => {
    const answer = await act.run({ id });
    if (answer.ok) onReopened();
  };
  return (
    <>
      {state.name === 'awaitingEntry' ? (
        <Button appearance="primary" as="a" href={`#/entry/${id}`}>
          Page for Sage
        </Button>
      ) : null}
      {state.name === 'needsAttention' ? (
        <ReasonedButton appearance="primary" reason={busy ?? refusals.fix} onClick={() => reopen(fix)}>
          Fix
        </ReasonedButton>
      ) : null}
      {state.name === 'needsAttention' || state.name === 'waiting' ? (
        <ReasonedButton reason={busy ?? refusals.retry} onClick={() => retry.run({ id })}>
          Retry now
        </ReasonedButton>
      ) : null}
      {state.name === 'queued' || state.name === 'waiting' || state.name === 'awaitingEntry' ? (
        <ReasonedButton reason={busy ?? refusals.withdraw} onClick={() => reopen(withdraw)}>
          Withdraw
        </ReasonedButton>
      ) : null}
      {state.name === 'done' || state.name === 'dropped' ? (
        <Button onClick={() => navigate(`#/history?transfer=${encodeURIComponent(id)}`)}>See its history</Button>
      ) : (
        <Button onClick={() => navigate(`#/queue?id=${encodeURIComponent(id)}`)}>Show in the queue</Button>
      )}
      {failure === null ? null : <FailureMessage failure={failure} />}
    </>
  );
}
