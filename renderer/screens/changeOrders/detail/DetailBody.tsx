import { Link, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CorDetail } from '#shared/contract/changeOrders.ts';
import { HistoryLines } from '../../../components/HistoryLines.tsx';
import type { OfficeDays } from '../../../components/officeDays.ts';
import { Section } from '../../../components/Section.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { sageWord, sageWords } from '../log/sageWords.ts';
import { Changes } from './Changes.tsx';
import { Conflict } from './Conflict.tsx';
import { SageLines } from './SageLines.tsx';
import { Sides } from './Sides.tsx';
import { TodoList } from './TodoList.tsx';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', fontSize: '13px' },
  state: { display: 'flex', alignItems: 'center', columnGap: '10px', flexWrap: 'wrap' },
  notice: { marginTop: '12px' },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: '20px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Props = { readonly detail: CorDetail; readonly days: OfficeDays };

/** Everything about one COR, the most urgent first. */
export function DetailBody({ detail, days }: Props) {
  const styles = useStyles();
  const { row, cor, health, transfer, todo, history, changeOrder } = detail;
  const decide = health?.state === 'conflict';
  return (
    <div className={styles.body}>
      <div className={styles.state}>
        <StateBadge kind={sageWords[row.sage].kind} word={sageWord(row.sage, row.changeOrder)} />
        <Text size={200} className={styles.quiet}>
          {health?.sentence ?? sageWords[row.sage].meaning}
        </Text>
      </div>
      {cor.integrations.length === 0 ? null : <PushedElsewhere detail={detail} />}
      {transfer === null ? null : (
        <MessageBar
          className={styles.notice}
          layout="multiline"
          intent={transfer.state.name === 'needsAttention' ? 'error' : 'info'}
        >
          <MessageBarBody>
            {transfer.title}: {transfer.why} {transfer.next}{' '}
            <Link href={`#/queue?id=${transfer.id}`}>Open in Queue</Link>
          </MessageBarBody>
        </MessageBar>
      )}
      {decide ? <Conflict detail={detail} health={health} days={days} /> : null}
      {health !== null && !decide && health.differences.length > 0 ? (
        <Changes detail={detail} health={health} days={days} />
      ) : null}
      {todo.length === 0 ? null : <TodoList todo={todo} />}
      <Sides detail={detail} days={days} />
      {changeOrder === null ? null : <SageLines changeOrder={changeOrder} />}
      {cor.description === '' ? null : (
        <Section title="Description in Clearstory">
          <div className={styles.words}>{cor.description}</div>
        </Section>
      )}
      <Section title="History" aside={<Link href={`#/history?cor=${cor.id}`}>Its whole life</Link>}>
        {history.length === 0 ? (
          <Text className={styles.quiet}>Nothing has happened with it here yet.</Text>
        ) : (
          <HistoryLines entries={history.slice(0, 8)} />
        )}
      </Section>
    </div>
  );
}

/** Adding it a second time would enter its amount twice, so this stands above everything else. */
function PushedElsewhere({ detail }: { readonly detail: CorDetail }) {
  const styles = useStyles();
  const { integrations, number } = detail.cor;
  const where = integrations.map(
    ({ name, provider, value }) => `${name || provider}${value === '' ? '' : ` (${value})`}`,
  );
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.notice}>
      <MessageBarBody>
        Clearstory’s own integration has pushed COR {number} already: {where.join('; ')}. Adding it here as well would
        enter its amount twice.
      </MessageBarBody>
    </MessageBar>
  );
}
