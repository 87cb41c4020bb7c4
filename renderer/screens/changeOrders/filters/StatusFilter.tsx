import { Dropdown, makeStyles, Option } from '@fluentui/react-components';
import { type CorStatus, corStatuses } from '#shared/domain/cor.ts';
import { corStatusWords } from '#shared/domain/corAmounts.ts';

const useStyles = makeStyles({ box: { minWidth: '150px', width: '200px' } });

type Props = { readonly statuses: readonly CorStatus[]; readonly onStatuses: (statuses: readonly CorStatus[]) => void };

/** Picks any number of Clearstory statuses. */
export function StatusFilter({ statuses, onStatuses }: Props) {
  const styles = useStyles();
  const [only] = statuses;
  const words =
    only === undefined ? 'All statuses' : statuses.length === 1 ? corStatusWords[only] : `${statuses.length} statuses`;
  return (
    <Dropdown
      className={styles.box}
      aria-label="Status"
      multiselect
      value={words}
      selectedOptions={[...statuses]}
      onOptionSelect={(_, { selectedOptions }) =>
        onStatuses(corStatuses.filter((status) => selectedOptions.includes(status)))
      }
    >
      {corStatuses.map((status) => (
        <Option key={status} value={status}>
          {corStatusWords[status]}
        </Option>
      ))}
    </Dropdown>
  );
}
