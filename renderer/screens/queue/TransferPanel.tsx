import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { TransferView } from '#shared/contract/queue.ts';
import type { ResponseOf } from '#shared/contract/requests.ts';
import { isUndecided, type TransferStateName } from '#shared/domain/transfer.ts';
import { useRequest } from '../../api/useRequest.ts';
import { FactList } from '../../components/FactList.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { HistoryLines } from '../../components/HistoryLines.tsx';
import { InstantText } from '../../components/InstantText.tsx';
import { Loading } from '../../components/Loading.tsx';
import { MeaningLink } from '../../components/MeaningLink.tsx';
import { Money } from '../../components/Money.tsx';
import { Section } from '../../components/Section.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Attempts } from './Attempts.tsx';
import { DoubtDecision } from './DoubtDecision.tsx';
import { FoundEntries } from './FoundEntries.tsx';
import { ReceiptRows } from './ReceiptRows.tsx';
import { intoWords, stateWords } from './stateWords.ts';
import { TransferActions } from './TransferActions.tsx';
import type { QueueActs } from './useQueueActs.ts';

const useStyles = makeStyles({
  state: { display: 'flex', flexDirection: 'column', rowGap: '2px', fontSize: '13px', lineHeight: '20px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Only attempts that failed are kept. */
const untriedWords: Readonly<Record<TransferStateName, string>> = {
  draft: 'It has not been tried yet.',
  queued: 'It has not been tried yet.',
  waiting: 'It has not been tried yet.',
  applying: 'The first attempt is under way.',
  awaitingEntry: 'A person types it: there is nothing to try.',
  inDoubt: 'The first attempt is being looked up in Sage.',
  needsAttention: 'It has not been tried yet.',
  done: 'No attempt failed: it was written at once.',
  dropped: 'It was never tried.',
};

type Detail = ResponseOf<'queue.get'>;
type Props = { readonly id: string | null; readonly acts: QueueActs; readonly onClose: () => void };

/** One transfer: how it stands, each attempt, and the proof once it is written. */
export function TransferPanel({ id, acts, onClose }: Props) {
  const answer = useRequest('queue.get', id === null ? null : { id }, ['transfers', 'history']);
  const detail = answer.value?.transfer.id === id ? answer.value : null;
  return (
    <SidePanel
      title={detail?.transfer.title ?? 'Transfer'}
      open={id !== null}
      onClose={onClose}
      wide
      {...(detail === null
        ? {}
        : { footer: <TransferActions key={detail.transfer.id} transfer={detail.transfer} acts={acts} /> })}
    >
      {answer.failure === null ? null : <FailureMessage failure={answer.failure} onRetry={answer.refresh} />}
      {detail !== null ? (
        <Body key={detail.transfer.id} detail={detail} />
      ) : answer.failure === null && id !== null ? (
        <Loading label="Reading the transfer" />
      ) : null}
    </SidePanel>
  );
}

function Body({ detail }: { readonly detail: Detail }) {
  const styles = useStyles();
  const { transfer, attempts, history } = detail;
  const { state } = transfer;
  return (
    <>
      <div className={styles.state}>
        <StateBadge kind={stateWords[state.name].kind} word={stateWords[state.name].word} />
        <Text size={300}>{transfer.why}</Text>
        {transfer.next === '' ? null : <Text className={styles.quiet}>{transfer.next}</Text>}
        {'failure' in state ? <MeaningLink code={state.failure.code} /> : null}
      </div>
      <Section title="What and where to">
        <FactList
          facts={[
            transfer.item === null
              ? [transfer.corNumbers.length === 1 ? 'COR' : 'CORs', transfer.corNumbers.join(', ')]
              : [
                  'Under Procore',
                  <Link key="i" href={itemAddress(transfer.item)}>
                    {transfer.title}
                  </Link>,
                ],
            ['Job', transfer.job === '' ? null : `${transfer.job} ${transfer.jobName}`],
            ['Into', intoWords(transfer)],
            [`Sage ${transfer.record}`, state.name === 'done' ? state.number : null],
            ['Approved amount', <Money key="m" amount={transfer.total} inline />],
            ['Lines', String(transfer.lines)],
            ['Begun', by(transfer.createdBy, transfer.createdAt)],
            ['Approved', transfer.approvedAt === null ? 'Not yet' : by(transfer.approvedBy ?? '', transfer.approvedAt)],
          ]}
        />
      </Section>
      {state.name === 'awaitingEntry' ? <FoundEntries id={transfer.id} record={transfer.record} /> : null}
      {isUndecided(state) ? <DoubtDecision id={transfer.id} record={transfer.record} /> : null}
      <Section title="Attempts">
        {attempts.length === 0 ? (
          <Text size={200} className={styles.quiet}>
            {state.name === 'done' && state.typed === true ? untriedWords.awaitingEntry : untriedWords[state.name]}
          </Text>
        ) : (
          <Attempts attempts={attempts} />
        )}
      </Section>
      {state.name === 'done' ? <ReceiptRows id={transfer.id} /> : null}
      <Section title="History" aside={<Link href={`#/history?transfer=${transfer.id}`}>Its whole life</Link>}>
        {history.length === 0 ? (
          <Text size={200} className={styles.quiet}>
            Nothing has happened with it yet.
          </Text>
        ) : (
          <HistoryLines entries={history.slice(0, 8)} />
        )}
      </Section>
    </>
  );
}

/** The item on its board. */
function itemAddress({ kind, id }: NonNullable<TransferView['item']>): string {
  return `#/procore/${kind}?item=${encodeURIComponent(id)}`;
}

function by(person: string, instant: string) {
  return (
    <span key="by">
      <InstantText instant={instant} show="absolute" /> by {person}
    </span>
  );
}
