import { makeStyles, Spinner } from '@fluentui/react-components';

const useStyles = makeStyles({
  // Quick answers show no spinner at all: it appears only after a moment.
  loading: {
    display: 'flex',
    justifyContent: 'center',
    padding: '48px 24px',
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDelay: '200ms',
    animationDuration: '150ms',
    animationFillMode: 'backwards',
  },
});

/** Says what is being read, e.g. `Reading change order requests`. */
export function Loading({ label }: { readonly label: string }) {
  const styles = useStyles();
  return (
    <div className={styles.loading} role="status">
      <Spinner size="small" label={`${label} …`} />
    </div>
  );
}
