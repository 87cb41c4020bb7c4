import { makeStyles, tokens } from '@fluentui/react-components';
import type { CorDetail } from '#shared/contract/changeOrders.ts';
import { CopyButton } from '../../../components/CopyButton.tsx';
import { Section } from '../../../components/Section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', lineHeight: '18px' },
});

/** What only a person can do in Clearstory, because nothing but labels can be written there. */
export function TodoList({ todo }: { readonly todo: CorDetail['todo'] }) {
  const styles = useStyles();
  return (
    <Section title="To do in Clearstory" aside="Clearstory lets nobody change a COR from outside.">
      <ul className={styles.list}>
        {todo.map(({ sentence, copy }) => (
          <li key={sentence} className={styles.item}>
            <span className={styles.words}>{sentence}</span>
            <CopyButton text={copy} what={copy} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
