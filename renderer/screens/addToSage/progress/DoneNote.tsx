import { makeStyles, Title3, tokens } from '@fluentui/react-components';
import { CheckmarkCircle24Filled } from '@fluentui/react-icons';
import type { TransferView } from '#shared/contract/queue.ts';
import { useRequest } from '../../../api/useRequest.ts';
import { Money } from '../../../components/Money.tsx';
import { listed } from '../draft/wizardWords.ts';

const useStyles = makeStyles({
  note: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr)',
    alignItems: 'start',
    padding: '14px 16px',
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  icon: { color: tokens.colorStatusSuccessForeground1 },
  title: { margin: 0 },
});

const deeds: Readonly<Record<TransferView['mode'], string>> = {
  new: 'is in Sage',
  existing: 'has the new lines',
  update: 'is up to date',
  void: 'is void in Sage',
};

type Props = { readonly transfer: TransferView; readonly number: string; readonly record: string };

/** The change order's number in Sage, and the proof that what was planned is what is there. */
export function DoneNote({ transfer, number, record }: Props) {
  const styles = useStyles();
  const { value } = useRequest('queue.receipt', { id: transfer.id, offset: 0, limit: 1 }, []);
  const differences = value?.receipt?.differences ?? null;
  return (
    <div className={styles.note} role="status">
      <CheckmarkCircle24Filled className={styles.icon} aria-hidden />
      <div>
        <Title3 as="h2" className={styles.title}>
          Change order {number} {deeds[transfer.mode]}
        </Title3>
        <div>
          {listed(transfer.corNumbers.map((cor) => `COR ${cor}`))}, job {transfer.job} {transfer.jobName}:{' '}
          {transfer.lines} {transfer.lines === 1 ? 'line' : 'lines'}, <Money amount={transfer.total} inline />. Record{' '}
          {record} in 6-4-1.
        </div>
        {value === null || differences === null ? null : (
          <div>
            {value.rows} {value.rows === 1 ? 'row was' : 'rows were'} read back,{' '}
            {differences === 0 ? 'all equal to the cent.' : `${differences} with differences: see its history.`}
          </div>
        )}
      </div>
    </div>
  );
}
