import { makeStyles, ProgressBar } from '@fluentui/react-components';

const useStyles = makeStyles({
  place: { position: 'relative', height: 0, zIndex: 2 },
  // Quick answers show nothing at all.
  bar: {
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDelay: '250ms',
    animationDuration: '150ms',
    animationFillMode: 'backwards',
  },
});

/** A thin line at the top of a list that is being read anew while its old rows stay in view. Takes no room. */
export function RefreshBar({ shown, label }: { readonly shown: boolean; readonly label: string }) {
  const styles = useStyles();
  return <div className={styles.place}>{shown ? <ProgressBar className={styles.bar} aria-label={label} /> : null}</div>;
}
