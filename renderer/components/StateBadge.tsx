import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowSync16Regular,
  CheckmarkCircle16Filled,
  Circle16Regular,
  Clock16Regular,
  ErrorCircle16Filled,
  type FluentIcon,
  Info16Regular,
  LockClosed16Regular,
  PauseCircle16Filled,
  Warning16Filled,
} from '@fluentui/react-icons';

/** What a state means for a person. Each has its own colour and its own icon; the word is the caller's. */
export type StateKind = 'ok' | 'working' | 'waiting' | 'paused' | 'warning' | 'failed' | 'locked' | 'info' | 'neutral';

export const stateIcons: Readonly<Record<StateKind, FluentIcon>> = {
  ok: CheckmarkCircle16Filled,
  working: ArrowSync16Regular,
  waiting: Clock16Regular,
  paused: PauseCircle16Filled,
  warning: Warning16Filled,
  failed: ErrorCircle16Filled,
  locked: LockClosed16Regular,
  info: Info16Regular,
  neutral: Circle16Regular,
};

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    minWidth: 0,
    maxWidth: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  icon: { flexShrink: 0, width: '16px', height: '16px' },
  word: { overflow: 'hidden', textOverflow: 'ellipsis' },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  working: { color: tokens.colorBrandForeground1 },
  waiting: { color: tokens.colorNeutralForeground2 },
  paused: { color: tokens.colorStatusWarningForeground3 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  locked: { color: tokens.colorNeutralForeground2 },
  info: { color: tokens.colorBrandForeground1 },
  neutral: { color: tokens.colorNeutralForeground3 },
});

/** A state as colour, icon and word together. */
export function StateBadge({ kind, word }: { readonly kind: StateKind; readonly word: string }) {
  const styles = useStyles();
  const Icon = stateIcons[kind];
  return (
    <span className={mergeClasses(styles.badge, styles[kind])}>
      <Icon aria-hidden className={styles.icon} />
      <span className={styles.word}>{word}</span>
    </span>
  );
}
