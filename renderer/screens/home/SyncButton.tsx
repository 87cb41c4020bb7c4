import { ArrowSync20Regular } from '@fluentui/react-icons';
import type { HomeStatus } from '#shared/contract/home.ts';
import type { RequestOf } from '#shared/contract/requests.ts';
import { useAct } from '../../api/useAct.ts';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { useRefreshStatus } from '../../store/StoreContext.tsx';

type Side = RequestOf<'sync.now'>['side'];

/** Why a run cannot be started now; null when it can. */
function refusal(home: HomeStatus, side: Side, busy: boolean): string | null {
  const working = home.sides.some((each) => each.state === 'working' && (side === 'all' || each.side === side));
  return busy || working ? 'A run is under way.' : null;
}

type Props = { readonly home: HomeStatus; readonly side: Side; readonly name: string };

/** Starts a run at once and says how it ended. */
export function SyncButton({ home, side, name }: Props) {
  const { run, busy } = useAct('sync.now');
  const toast = useToast();
  const refreshStatus = useRefreshStatus();
  const all = side === 'all';
  const sync = async () => {
    const pending = run({ side });
    refreshStatus();
    const answer = await pending;
    refreshStatus();
    if (answer.ok) toast(answer.value.sentence);
    else toast(answer.failure.sentence, 'error', answer.failure.remedy);
  };
  const words = busy ? 'Working …' : all ? 'Sync now' : 'Sync';
  return (
    <ReasonedButton
      appearance={all ? 'primary' : 'secondary'}
      size={all ? 'medium' : 'small'}
      icon={all ? <ArrowSync20Regular /> : null}
      aria-label={all ? words : `${words} ${name}`}
      reason={refusal(home, side, busy)}
      onClick={sync}
    >
      {words}
    </ReasonedButton>
  );
}
