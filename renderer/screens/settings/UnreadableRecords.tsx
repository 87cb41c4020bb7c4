import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { Unreadable } from '#shared/domain/records.ts';
import { useRequest } from '../../api/useRequest.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    padding: '8px 12px',
    overflowWrap: 'anywhere',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  payload: {
    margin: '4px 0 0',
    maxHeight: '240px',
    overflowY: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** Records that could not be read: kept, and shown as they came. */
export function UnreadableRecords() {
  const styles = useStyles();
  const unreadable = useRequest('diagnostics.unreadable', {}, ['cors', 'projects', 'transfers', 'status']);
  const items = unreadable.value?.items;
  return (
    <section className={styles.section} aria-label="Records kept aside">
      <Subtitle2 as="h3" className={styles.heading}>
        {items === undefined || items.length === 0 ? 'Records kept aside' : `Records kept aside (${items.length})`}
      </Subtitle2>
      {unreadable.failure === null ? null : (
        <FailureMessage failure={unreadable.failure} onRetry={unreadable.refresh} />
      )}
      {items === undefined ? (
        unreadable.failure === null ? (
          <Loading label="Looking for records kept aside" />
        ) : null
      ) : items.length === 0 ? (
        <StateBadge kind="ok" word="Everything that was received could be read." />
      ) : (
        <>
          <Text className={styles.quiet}>
            Plumbline did not understand these and left them out of its lists. They are kept as they came, so that
            nothing is lost. Send them to support.
          </Text>
          <ul className={styles.list}>
            {items.map((item) => (
              <Item key={`${item.source} ${item.key}`} item={item} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Item({ item }: { readonly item: Unreadable }) {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <Text weight="semibold">{`${item.source}: ${item.key}`}</Text>
      <span>{item.reason}</span>
      <details>
        <summary>As it came</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard */}
        <pre className={styles.payload} tabIndex={0}>
          {item.payload}
        </pre>
      </details>
    </li>
  );
}
