import { Button, makeStyles, Tooltip, tokens } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons';
import { createContext, type ReactNode, useContext } from 'react';
import { lockAt, lockReason, lockWords, type SettingLock } from '#shared/domain/settingLocks.ts';

const LocksContext = createContext<readonly SettingLock[]>([]);

/** The locks that count for everything inside. */
export const LocksProvider = LocksContext.Provider;

const useStyles = makeStyles({
  group: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    // What Fluent shows of a control that it disables itself.
    '& input, & select, & textarea, & label': { color: tokens.colorNeutralForegroundDisabled, cursor: 'not-allowed' },
    '& .fui-Input, & .fui-Select__select': { backgroundColor: tokens.colorTransparentBackground },
  },
  mark: {
    justifyContent: 'flex-start',
    minWidth: 0,
    padding: '2px 0',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

type Props = {
  /** Where the setting stands, e.g. `schedule.pushMinutes`. */
  readonly path: string;
  readonly children: ReactNode;
};

/**
 * One setting, whatever its controls are. When the organisation's policy or the configuration file sets it, it is shown and cannot be
 * changed; below stands by whom, and the reason on hover and focus.
 */
export function Lockable({ path, children }: Props) {
  const styles = useStyles();
  const lock = lockAt(useContext(LocksContext), path);
  if (lock === null) return children;
  return (
    <div>
      <fieldset disabled className={styles.group}>
        {children}
      </fieldset>
      <Tooltip content={lockReason(lock)} relationship="description" withArrow>
        <Button
          appearance="transparent"
          size="small"
          icon={<LockClosed16Regular />}
          className={styles.mark}
          disabledFocusable
        >
          {lockWords[lock.by]}
        </Button>
      </Tooltip>
    </div>
  );
}
