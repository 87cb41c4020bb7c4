import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { ReasonedButton } from '../components/ReasonedButton.tsx';
import { navigate } from '../navigation/route.ts';
import { type FirstRunStep, firstRunSteps, hashOf } from './firstRunSteps.ts';

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', rowGap: '16px', maxWidth: '860px' },
  // The list of projects takes what there is.
  wide: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  words: { display: 'flex', flexDirection: 'column', rowGap: '2px', '@media print': { display: 'none' } },
  title: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: 'none' },
  sentence: { color: tokens.colorNeutralForeground2 },
  footer: {
    display: 'flex',
    columnGap: '8px',
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
});

type Next = {
  readonly word: string;
  /** Why one cannot go on now; null when one can. */
  readonly reason: string | null;
  readonly onNext: () => void;
};

type Props = {
  readonly step: FirstRunStep;
  readonly sentence: string;
  /** Null: the step itself says how it goes on. Left out: to the next step. */
  readonly next?: Next | null;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** One step: its question, which gets the focus when the step opens, what answers it, and the way back and on. */
export function StepFrame({ step, sentence, next, wide = false, children }: Props) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const index = firstRunSteps.findIndex(({ id }) => id === step);
  const [before, after] = [firstRunSteps[index - 1], firstRunSteps[index + 1]];
  const on =
    next === undefined && after !== undefined
      ? { word: 'Continue', reason: null, onNext: () => navigate(hashOf(after.id)) }
      : (next ?? null);
  return (
    <div className={wide ? styles.wide : styles.step}>
      <div className={styles.words}>
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {firstRunSteps[index]?.title}
        </h2>
        <Text className={styles.sentence}>{sentence}</Text>
      </div>
      {children}
      {before === undefined && on === null ? null : (
        <div className={styles.footer}>
          {on === null ? null : (
            <ReasonedButton appearance="primary" reason={on.reason} onClick={on.onNext}>
              {on.word}
            </ReasonedButton>
          )}
          {before === undefined ? null : <Button onClick={() => navigate(hashOf(before.id))}>Back</Button>}
        </div>
      )}
    </div>
  );
}
