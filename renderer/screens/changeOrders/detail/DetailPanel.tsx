import { useMemo } from 'react';
import type { CorDetail } from '#shared/contract/changeOrders.ts';
import { useRequest } from '../../../api/useRequest.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { Loading } from '../../../components/Loading.tsx';
import { officeDays } from '../../../components/officeDays.ts';
import { SidePanel } from '../../../components/SidePanel.tsx';
import { useAppStore } from '../../../store/StoreContext.tsx';
import { DetailActions } from './DetailActions.tsx';
import { DetailBody } from './DetailBody.tsx';

type Props = { readonly corId: string | null; readonly onClose: () => void };

/** One COR beside the log: both sides, what changed since the push, and what can be done. */
export function DetailPanel({ corId, onClose }: Props) {
  const answer = useRequest('cors.get', corId === null ? null : { id: corId }, ['cors', 'transfers', 'history']);
  const timeZone = useAppStore((state) => state.info?.timeZone);
  const days = useMemo(() => officeDays(timeZone), [timeZone]);
  // While another COR is being read the answer is still the one before.
  const detail = answer.value?.row.id === corId ? answer.value : null;
  return (
    <SidePanel
      title={titleOf(detail)}
      open={corId !== null}
      onClose={onClose}
      wide
      {...(detail === null ? {} : { footer: <DetailActions key={detail.row.id} detail={detail} /> })}
    >
      {answer.failure === null ? null : <FailureMessage failure={answer.failure} onRetry={answer.refresh} />}
      {detail !== null ? (
        <DetailBody key={detail.row.id} detail={detail} days={days} />
      ) : answer.failure === null && corId !== null ? (
        <Loading label="Reading the change order request" />
      ) : null}
    </SidePanel>
  );
}

function titleOf(detail: CorDetail | null): string {
  return detail === null ? 'Change order request' : `COR ${detail.cor.number} · ${detail.cor.title}`;
}
