import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type StateKind, stateIcons } from './StateBadge.tsx';

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '5px',
    height: '26px',
    padding: '0 10px 0 8px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  on: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
  none: { color: tokens.colorNeutralForeground3 },
  icon: { flexShrink: 0, width: '16px', height: '16px' },
  iconOn: { '@media (forced-colors: active)': { color: 'HighlightText' } },
  count: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
});

const useColours = makeStyles({
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

type Props = {
  /** Gives the icon and its colour. */
  readonly kind: StateKind;
  readonly word: string;
  /** How many there are; null while unknown. */
  readonly count: number | null;
  readonly on: boolean;
  readonly onFlip: () => void;
  readonly title?: string;
};

/** A filter that is on or off, with how many it would show. */
export function FilterChip({ kind, word, count, on, onFlip, title }: Props) {
  const styles = useStyles();
  const colours = useColours();
  const Icon = stateIcons[kind];
  return (
    <button
      type="button"
      aria-pressed={on}
      title={title}
      className={mergeClasses(styles.chip, count === 0 && styles.none, on && styles.on)}
      onClick={onFlip}
    >
      <Icon
        aria-hidden
        className={mergeClasses(styles.icon, (count !== 0 || on) && colours[kind], on && styles.iconOn)}
      />
      <span>{word}</span>
      {count === null ? null : <span className={styles.count}>{count.toLocaleString('en-US')}</span>}
    </button>
  );
}
