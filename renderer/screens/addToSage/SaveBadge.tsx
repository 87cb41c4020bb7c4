import { Button, makeStyles } from '@fluentui/react-components';
import { StateBadge } from '../../components/StateBadge.tsx';
import type { SaveState } from './draft/autosave.ts';

const useStyles = makeStyles({ badge: { display: 'inline-flex', alignItems: 'center', columnGap: '8px' } });

type Props = { readonly state: SaveState; readonly onRetry: () => void };

/** Whether what is on the screen is on disk. */
export function SaveBadge({ state, onRetry }: Props) {
  const styles = useStyles();
  return (
    <span role="status" className={styles.badge}>
      {state.name === 'saved' ? <StateBadge kind="ok" word="Draft saved" /> : null}
      {state.name === 'saving' ? <StateBadge kind="working" word="Saving …" /> : null}
      {state.name === 'notSaved' ? (
        <>
          <StateBadge kind="failed" word="Not saved" />
          <Button size="small" onClick={onRetry}>
            Save again
          </Button>
        </>
      ) : null}
    </span>
  );
}
