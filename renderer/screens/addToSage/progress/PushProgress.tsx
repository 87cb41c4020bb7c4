import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { TransferView } from '#shared/contract/queue.ts';
import type { Attempt } from '#shared/domain/records.ts';
import { isUndecided, mayBeInSage } from '#shared/domain/transfer.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { InstantText } from '../../../components/InstantText.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { navigate } from '../../../navigation/route.ts';
import { DoneNote } from './DoneNote.tsx';
import { ProgressActs } from './ProgressActs.tsx';
import { stagesOf } from './progressStages.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '14px',
    maxWidth: '760px',
    paddingTop: '4px',
    outlineStyle: 'none',
  },
  stages: { listStyleType: 'none', margin: 0, padding: 0 },
  stage: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '8px',
    padding: '7px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  number: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  quiet: { color: tokens.colorNeutralForeground2 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  attempts: { color: tokens.colorNeutralForeground2 },
  heading: { margin: 0 },
});

type Props = {
  readonly transfer: TransferView;
  readonly attempts: readonly Attempt[];
  /** The transfer has become a draft again. */
  readonly onReopened: () => void;
};

const headings: Readonly<Record<string, string>> = {
  queued: 'On its way to Sage',
  applying: 'Being written to Sage',
  awaitingEntry: 'Approved; it waits to be typed into Sage',
  waiting: 'Not written yet; it is tried again by itself',
  inDoubt: 'Sage did not say whether it was written; Plumbline is looking',
  needsAttention: 'Sage has not been changed; this needs you',
  dropped: 'Dropped; Sage has not been changed',
};

function headingOf({ state, held }: Pick<TransferView, 'state' | 'held'>): string | undefined {
  if (held) return 'Held back: it has not been written to Sage';
  if (isUndecided(state)) return 'Nobody but a person can tell whether it was written';
  if (state.name === 'dropped' && mayBeInSage(state)) return 'Dropped; it may be in Sage';
  return headings[state.name];
}

/** How a push goes: queued → written → read back equal → done, or in words why not, with the way out. */
export function PushProgress({ transfer, attempts, onReopened }: Props) {
  const styles = useStyles();
  const { state } = transfer;
  const box = useRef<HTMLDivElement>(null);
  // The button that was pushed is gone: the keyboard goes on here.
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  const failure = 'failure' in state ? state.failure : null;
  return (
    <div ref={box} tabIndex={-1} className={styles.box}>
      {state.name === 'done' ? (
        <DoneNote transfer={transfer} number={state.number} record={state.record} />
      ) : (
        <div role="status">
          <Subtitle1 as="h2" className={styles.heading}>
            {headingOf(transfer) ?? transfer.why}
          </Subtitle1>
        </div>
      )}
      {failure === null ? null : <FailureMessage failure={failure} />}
      {state.name === 'awaitingEntry' ? null : (
        <ol className={styles.stages} aria-label="Progress">
          {stagesOf(transfer).map((stage, index) => (
            <li key={stage.title} className={styles.stage}>
              <span className={styles.number}>{index + 1}</span>
              <span>{stage.title}</span>
              <StateBadge kind={stage.kind} word={stage.word} />
            </li>
          ))}
        </ol>
      )}
      {state.name === 'done' ? null : (
        <Text className={styles.quiet}>
          {transfer.held ? `${transfer.why} ` : ''}
          {transfer.next}
          {state.name === 'waiting' ? (
            <>
              {' '}
              Next try: <InstantText instant={state.until} show="coming" />.
            </>
          ) : null}
        </Text>
      )}
      <div className={styles.acts}>
        <Button
          appearance={state.name === 'needsAttention' || state.name === 'awaitingEntry' ? 'secondary' : 'primary'}
          onClick={() => navigate('#/change-orders')}
        >
          Back to the log
        </Button>
        <ProgressActs transfer={transfer} onReopened={onReopened} />
      </div>
      {attempts.length === 0 || state.name === 'done' ? null : (
        <details className={styles.attempts}>
          <summary>Attempts ({attempts.length})</summary>
          <ul>
            {attempts.map((attempt) => (
              <li key={attempt.at}>
                <InstantText instant={attempt.at} show="absolute" />: {attempt.sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
