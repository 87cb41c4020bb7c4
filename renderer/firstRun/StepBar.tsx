import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons';
import { useStepStyles } from '../components/stepStyles.ts';
import { type FirstRunStep, firstRunSteps, hashOf } from './firstRunSteps.ts';

const useStyles = makeStyles({
  list: { marginBottom: '20px' },
  step: { textDecorationLine: 'none' },
  done: { fontSize: tokens.fontSizeBase200, fontWeight: 'normal', color: tokens.colorStatusSuccessForeground1 },
});

type Props = { readonly step: FirstRunStep; readonly done: ReadonlySet<FirstRunStep> };

/** The steps to come and gone; any of them can be opened at any time. */
export function StepBar({ step, done }: Props) {
  const styles = useStyles();
  const steps = useStepStyles();
  return (
    <nav aria-label="Steps of setting up">
      <ol className={mergeClasses(steps.list, styles.list)}>
        {firstRunSteps.map(({ id, name }, index) => (
          <li key={id}>
            <a
              href={hashOf(id)}
              className={mergeClasses(steps.step, styles.step, id === step && steps.current)}
              aria-current={id === step ? 'step' : undefined}
            >
              <span className={mergeClasses(steps.number, id === step && steps.numberCurrent)} aria-hidden>
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
