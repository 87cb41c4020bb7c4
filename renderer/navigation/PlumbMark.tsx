import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  mark: { flexShrink: 0, display: 'block' },
  field: { fill: tokens.colorBrandBackground },
  line: { stroke: tokens.colorNeutralForegroundOnBrand, strokeWidth: '1.5px' },
  bob: { fill: tokens.colorNeutralForegroundOnBrand },
});

/** A plumb bob on its line. */
export function PlumbMark() {
  const styles = useStyles();
  return (
    <svg className={styles.mark} width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect className={styles.field} width="24" height="24" rx="5" />
      <path className={styles.line} d="M12 3v7" />
      <path className={styles.bob} d="M8.5 10h7l-.9 4.6L12 21l-2.6-6.4z" />
    </svg>
  );
}
