import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CorDetail } from '#shared/contract/changeOrders.ts';
import { changeOrderStatuses, statusWords } from '#shared/domain/sage/enumerations.ts';
import { stageWords } from '#shared/domain/stageWords.ts';
import { FactList } from '../../../components/FactList.tsx';
import { Money } from '../../../components/Money.tsx';
import type { OfficeDays } from '../../../components/officeDays.ts';
import { Section } from '../../../components/Section.tsx';
import { valueWords } from '../../../components/valueWords.ts';
import { StatusText } from '../log/StatusText.tsx';

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(300px, 1fr))',
    gap: '12px',
    alignItems: 'start',
  },
  side: {
    padding: '10px 14px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    minWidth: 0,
  },
  name: {
    display: 'block',
    margin: '0 0 6px',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  rule: { height: '1px', margin: '8px 0', backgroundColor: tokens.colorNeutralStroke2, border: 'none' },
});

type Props = { readonly detail: CorDetail; readonly days: OfficeDays };

/** The COR and its change order next to each other. */
export function Sides({ detail, days }: Props) {
  return (
    <Section title="Both sides">
      <Cards>
        <ClearstorySide detail={detail} days={days} />
        <SageSide detail={detail} days={days} />
      </Cards>
    </Section>
  );
}

function Cards({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().sides}>{children}</div>;
}

function ClearstorySide({ detail, days }: Props) {
  const styles = useStyles();
  const { cor, row } = detail;
  const day = (instant: string | null) => (instant === null ? null : days.words(instant));
  return (
    <div className={styles.side}>
      <Text as="h4" className={styles.name}>
        Clearstory
      </Text>
      <FactList
        facts={[
          ['COR', `${cor.number} (version ${cor.version})`],
          ['Project', cor.projectName],
          ['Status', <StatusText key="status" status={cor.status} />],
          ['Stage', stageWords(cor.stage)],
          cor.inbox === 'received' ? ['From', cor.contractorName] : ['Customer', cor.customerName],
        ]}
      />
      <hr className={styles.rule} />
      <FactList
        facts={[
          ['Requested', <Money key="m" amount={cor.requestedAmount} />],
          ['In review', <Money key="m" amount={cor.inReviewAmount} />],
          ['Approved to proceed', <Money key="m" amount={cor.approvedToProceedAmount} />],
          ['Approved CO issued', <Money key="m" amount={cor.approvedCoIssuedAmount} />],
          ['Void', <Money key="m" amount={cor.voidAmount} />],
        ]}
      />
      <hr className={styles.rule} />
      <FactList
        facts={[
          ['Submitted', day(cor.dateSubmitted)],
          ['Approved to proceed', day(cor.approvedToProceedDate)],
          ['CO issued', day(cor.coIssueDate)],
          ['Voided', day(cor.voidDate)],
          ['Updated', day(cor.updatedAt)],
          ['Days in review', row.daysInReview === null ? null : String(row.daysInReview)],
          ['Customer CO no.', cor.customerCoNumber],
          ['Customer ref no.', cor.customerReferenceNumber],
          ['T&M tags', cor.tagNumbers.join(', ')],
          ['Labels', cor.labels.join(', ')],
        ]}
      />
    </div>
  );
}

function SageSide({ detail, days }: Props) {
  const styles = useStyles();
  const { changeOrder, link, row } = detail;
  return (
    <div className={styles.side}>
      <Text as="h4" className={styles.name}>
        Sage 100 Contractor
      </Text>
      {changeOrder === null ? (
        <Text size={200}>
          {link === null
            ? row.job === null
              ? 'The project is not mapped to a job yet.'
              : `Job ${row.job}. This COR is not in a change order.`
            : `Change order ${link.number} of job ${link.job} is no longer in Sage.`}
        </Text>
      ) : (
        <>
          <FactList
            facts={[
              ['Change order', changeOrder.number],
              ['Job', changeOrder.phase === '0' ? changeOrder.job : `${changeOrder.job}, phase ${changeOrder.phase}`],
              ['Status', statusWords(changeOrderStatuses, changeOrder.status)],
              ['Description', changeOrder.description],
              ['Locked', changeOrder.locked ? 'Yes' : 'No'],
            ]}
          />
          <hr className={styles.rule} />
          <FactList
            facts={[
              ['Requested', <Figure key="f" words={valueWords(changeOrder.requested, days)} />],
              ['Approved', <Figure key="f" words={valueWords(changeOrder.approved, days)} />],
              ['Cost', <Figure key="f" words={valueWords(changeOrder.cost, days)} />],
            ]}
          />
          <hr className={styles.rule} />
          <FactList
            facts={[
              ['Date', valueWords(changeOrder.date ?? '', days)],
              ['Submitted', valueWords(changeOrder.submitted ?? '', days)],
              ['Approved on', valueWords(changeOrder.approvedOn ?? '', days)],
              ['Invoiced', valueWords(changeOrder.invoiced ?? '', days)],
              ['Client PO#', changeOrder.clientPo],
              ['Reason', changeOrder.reason],
              ['Notes', changeOrder.notes],
              ['Pushed', link === null ? null : `${days.words(link.pushedAt)} by ${link.pushedBy}`],
            ]}
          />
        </>
      )}
    </div>
  );
}

const useFigureStyles = makeStyles({ figure: { display: 'block', textAlign: 'right' } });

/** An amount as Sage sent it, which may have another number of decimals than money has. */
function Figure({ words }: { readonly words: string }) {
  return <span className={useFigureStyles().figure}>{words}</span>;
}
