import { Link, makeStyles, Text } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { HistoryEntry } from '#shared/domain/records.ts';
import { FactList } from '../../components/FactList.tsx';
import { historyWords } from '../../components/historyWords.ts';
import type { OfficeDays } from '../../components/officeDays.ts';
import { Section } from '../../components/Section.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { DetailTable } from './DetailTable.tsx';
import { corNumbers } from './historyColumns.ts';
import { historyAddress, wholeHistory } from './historyRoute.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  links: { display: 'flex', flexDirection: 'column', rowGap: '4px', alignItems: 'flex-start', fontSize: '13px' },
});

type Props = {
  readonly entry: HistoryEntry | null;
  readonly days: OfficeDays;
  readonly when: (instant: string) => string;
  readonly onClose: () => void;
};

/** One entry with everything that was kept of it, and the ways to the records it is about. */
export function EntryPanel(props: Props) {
  const { entry, when, onClose } = props;
  return (
    <SidePanel title={entry === null ? 'Entry' : `Entry of ${when(entry.at)}`} open={entry !== null} onClose={onClose}>
      {entry === null ? null : <Body {...props} entry={entry} />}
    </SidePanel>
  );
}

function Body({ entry, days, when, onClose }: Props & { readonly entry: HistoryEntry }) {
  const styles = useStyles();
  const { kind, sentence, job, cors, changeOrder, transferId } = entry;
  return (
    <>
      <div className={styles.head}>
        <StateBadge kind={historyWords[kind].kind} word={historyWords[kind].word} />
        <Text size={300}>{sentence}</Text>
      </div>
      <Section title="Who, when and about what">
        <FactList
          facts={[
            ['When', when(entry.at)],
            ['Who', entry.by],
            ['Job', job],
            [cors.length > 1 ? 'CORs' : 'COR', corNumbers(entry)],
            ['Sage change order', changeOrder],
          ]}
        />
      </Section>
      <Section title="Details">
        <DetailTable detail={entry.detail} days={days} />
      </Section>
      {cors.length === 0 && transferId === null ? null : (
        <Section title="Go on">
          <div className={styles.links}>
            {cors.map(({ id, number }) => (
              <Fragment key={id}>
                <Link href={historyAddress({ ...wholeHistory, corId: id })} onClick={onClose}>
                  The whole life of COR {number ?? id}
                </Link>
                <Link href={`#/change-orders?cor=${id}`}>Open COR {number ?? id}</Link>
              </Fragment>
            ))}
            {transferId === null ? null : (
              <>
                <Link href={historyAddress({ ...wholeHistory, transferId })} onClick={onClose}>
                  The whole life of this transfer
                </Link>
                <Link href={`#/queue?id=${transferId}`}>Open the transfer with its attempts and receipt</Link>
              </>
            )}
          </div>
        </Section>
      )}
    </>
  );
}
