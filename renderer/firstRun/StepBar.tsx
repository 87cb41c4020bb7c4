import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons';
import { type FirstRunStep, firstRunSteps, hashOf } from './firstRunSteps.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    listStyleType: 'none',
    margin: '0 0 20px',
    padding: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    padding: '7px 12px 6px 4px',
    borderBottom: '3px solid transparent',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
  },
  current: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: 0,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  number: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '22px',
    height: '22px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  numberCurrent: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    border: `1px solid ${tokens.colorBrandBackground}`,
  },
  done: { fontSize: tokens.fontSizeBase200, fontWeight: 'normal', color: tokens.colorStatusSuccessForeground1 },
});

type Props = { readonly step: FirstRunStep; readonly done: ReadonlySet<FirstRunStep> };

/** The steps to come and gone; any of them can be opened at any time. */
export function StepBar({ step, done }: Props) {
  const styles = useStyles();
  return (
    <nav aria-label="Steps of setting up">
      <ol className={styles.list}>
        {firstRunSteps.map(({ id, name }, index) => (
          <li key={id}>
            <a
              href={hashOf(id)}
              className={mergeClasses(styles.step, id === step && styles.current)}
              aria-current={id === step ? 'step' : undefined}
            >
              <span className={mergeClasses(styles.number, id === step && styles.numberCurrent)} aria-hidden>
                {done.has(id) ? <Checkmark16Regular /> : index + 1}
              </span>
              {name}
              {done.has(id) ? <span className={styles.done}>done</span> : null}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
