import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Ref, useEffect, useRef } from 'react';
import type { LookupOption } from './lookupOption.ts';
import type { Found } from './useSearch.ts';

const useStyles = makeStyles({
  box: {
    zIndex: 1_000_001,
    width: 'min(560px, 92vw)',
    maxHeight: '320px',
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: '4px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
  },
  option: {
    display: 'flex',
    columnGap: '10px',
    padding: '5px 8px',
    borderRadius: tokens.borderRadiusSmall,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  marked: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  refused: { cursor: 'not-allowed', color: tokens.colorNeutralForeground3 },
  code: { flexShrink: 0, minWidth: '56px', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  small: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  mark: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  why: { color: tokens.colorStatusWarningForeground3 },
  said: { padding: '8px', color: tokens.colorNeutralForeground2 },
});

type Props = {
  readonly ref: Ref<HTMLDivElement>;
  readonly id: string;
  readonly label: string;
  readonly found: Found<LookupOption>;
  readonly marked: number;
  readonly nothing: string;
  readonly onChoose: (option: LookupOption) => void;
};

/** The list under a LookupBox. The focus stays in the box; the marked line is kept in view. */
export function LookupOptions({ ref, id, label, found, marked, nothing, onChoose }: Props) {
  const styles = useStyles();
  const line = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another marked line has to come into view
  useEffect(() => {
    line.current?.scrollIntoView({ block: 'nearest' });
  }, [marked, found.options]);
  const said =
    found.status === 'failed'
      ? found.problem
      : found.options.length > 0
        ? null
        : found.status === 'ready'
          ? nothing
          : 'Searching …';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pressing the mouse here must not take the focus from the box
    <div ref={ref} className={styles.box} onMouseDown={(event) => event.preventDefault()}>
      {said === null ? null : (
        <div className={styles.said} role="status">
          {said}
        </div>
      )}
      <div id={`${id}-list`} role="listbox" aria-label={label}>
        {found.options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the box, which keeps the focus
          <div
            key={option.value}
            id={`${id}-${index}`}
            ref={index === marked ? line : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            aria-disabled={option.refusal === null ? undefined : true}
            className={mergeClasses(
              styles.option,
              option.refusal !== null && styles.refused,
              index === marked && styles.marked,
            )}
            onClick={() => onChoose(option)}
          >
            {option.code === '' ? null : <span className={styles.code}>{option.code}</span>}
            <span className={styles.words}>
              {option.mark === null ? null : (
                <span className={mergeClasses(styles.small, styles.mark)}>{option.mark}</span>
              )}
              <span>{option.name}</span>
              {option.detail === '' ? null : <span className={styles.small}>{option.detail}</span>}
              {option.refusal === null ? null : (
                <span className={mergeClasses(styles.small, styles.why)}>{option.refusal}</span>
              )}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
