import { mergeClasses } from '@fluentui/react-components';
import { useGridStyles } from './gridStyles.ts';

/** The one cell of a row that is still being read: hundreds of them pass by while somebody drags the scroll bar. */
export function WaitingCell() {
  const styles = useGridStyles();
  return (
    <td className={mergeClasses(styles.cell, styles.waiting)}>
      <div className={styles.bone} />
    </td>
  );
}
