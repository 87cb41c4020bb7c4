import { makeStyles } from '@fluentui/react-components';
import { type FieldDifferences, pairWords } from '#shared/domain/certification/pairs.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', maxHeight: '240px', overflowY: 'auto' },
});

/** What differs in one field, each two values once. */
export function FieldPairs({ field }: { readonly field: FieldDifferences }) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached with the keyboard
    <ul className={styles.list} tabIndex={0} aria-label="What differs">
      {pairWords(field).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
