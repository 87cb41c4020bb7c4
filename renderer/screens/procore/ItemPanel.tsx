import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ResponseOf } from '#shared/contract/requests.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import { stateSentence } from '#shared/domain/procore/stateSentence.ts';
import { useRequest } from '../../api/useRequest.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { HistoryLines } from '../../components/HistoryLines.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Section } from '../../components/Section.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { AcceptForm } from './AcceptForm.tsx';
import { BothSides } from './BothSides.tsx';
import { ItemActs } from './ItemActs.tsx';
import { ItemLines } from './ItemLines.tsx';
import { itemStateWords } from './listWords.ts';
import { Partners } from './Partners.tsx';

const useStyles = makeStyles({
  state: { display: 'flex', flexDirection: 'column', rowGap: '2px', fontSize: '13px', lineHeight: '20px' },
  note: { display: 'block', margin: '0 0 4px' },
  unmet: { margin: 0, paddingLeft: '18px', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Detail = ResponseOf<'procore.item'>;
type Props = { readonly itemKey: ItemKey; readonly onClose: () => void };

/** One item: how it stands, both sides next to each other, what is missing, and what accepting it would write. */
export function ItemPanel({ itemKey, onClose }: Props) {
  const answer = useRequest('procore.item', { key: itemKey }, ['procore']);
  const detail = answer.value;
  const { number = '', title = 'Item' } = detail?.row ?? {};
  return (
    <SidePanel
      title={`${number} ${title}`.trim()}
      open
      onClose={onClose}
      wide
      {...(detail === null ? {} : { footer: <ItemActs row={detail.row} /> })}
    >
      {answer.failure === null ? null : <FailureMessage failure={answer.failure} onRetry={answer.refresh} />}
      {detail === null ? (
        answer.failure === null ? (
          <Loading label="Reading the item" />
        ) : null
      ) : (
        <Body detail={detail} />
      )}
    </SidePanel>
  );
}

function Body({ detail }: { readonly detail: Detail }) {
  const styles = useStyles();
  const { row, fields, lines, lineCount, choices, notes, unmet, history, transferId, webAddress } = detail;
  const { kind, word } = itemStateWords[row.state.name];
  return (
    <>
      <div className={styles.state}>
        <StateBadge kind={kind} word={word} />
        <Text size={300}>{stateSentence(row.state, row.suggestion !== null)}</Text>
        {row.suggestion === null ? null : <Text size={300}>{`${row.suggestion.words}.`}</Text>}
        {transferId === null ? null : <Link href={`#/queue?id=${transferId}`}>Open it in the queue</Link>}
        {webAddress === null ? null : (
          <Link href={webAddress} target="_blank" rel="noreferrer">
            Open Procore
          </Link>
        )}
      </div>
      {notes.length === 0 ? null : (
        <Section title="To know">
          {notes.map((note) => (
            <Text key={note} className={styles.note}>
              {note}
            </Text>
          ))}
        </Section>
      )}
      {unmet.length === 0 ? null : (
        <Section title="What is missing">
          <ul className={styles.unmet}>
            {unmet.map(({ rule, field, sentence }) => (
              <li key={`${rule} ${field} ${sentence}`}>{sentence}</li>
            ))}
          </ul>
        </Section>
      )}
      {row.refusals.accept === null ? <AcceptForm key={row.key.id} row={row} fields={choices} /> : null}
      {fields.length === 0 ? null : (
        <Section title="Both sides">
          <BothSides fields={fields} />
        </Section>
      )}
      {lines.length === 0 ? null : (
        <Section title={lineCount === lines.length ? 'Lines' : `Lines (the first ${lines.length} of ${lineCount})`}>
          <ItemLines kind={row.key.kind} lines={lines} />
        </Section>
      )}
      {row.refusals.link === null ? <Partners row={row} /> : null}
      <Section title="History">
        {history.length === 0 ? (
          <Text size={200} className={styles.quiet}>
            Nothing has happened with it yet.
          </Text>
        ) : (
          <HistoryLines entries={history.slice(0, 12)} />
        )}
      </Section>
    </>
  );
}
