import { Tooltip } from '@fluentui/react-components';
import { LockClosed12Regular } from '@fluentui/react-icons';
import { useCellStyles } from './cellStyles.ts';

type Props = { readonly text: string; readonly why: string };

/** Text that cannot be changed here, with a lock that says why on hover and focus. */
export function LockedText({ text, why }: Props) {
  const styles = useCellStyles();
  return (
    <Tooltip content={why} relationship="description" withArrow>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason has to be reachable by keyboard */}
      <span className={styles.locked} tabIndex={0}>
        <LockClosed12Regular className={styles.lockIcon} aria-label="Locked" />
        {text}
      </span>
    </Tooltip>
  );
}
