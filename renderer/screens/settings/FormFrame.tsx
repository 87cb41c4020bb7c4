import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Failure } from '#shared/domain/failure.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '20px' },
  title: { margin: '0 0 -12px' },
  state: { display: 'flex' },
  footer: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '8px',
    position: 'sticky',
    // The padding of the screen around it.
    bottom: '-16px',
    zIndex: 1,
    padding: '12px 0 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type Props = {
  readonly label: string;
  /** Shown where a section has several forms. */
  readonly title?: string;
  readonly dirty: boolean;
  readonly busy: boolean;
  /** Why what stands here cannot be saved; null when it can. */
  readonly wrong: string | null;
  /** A refusal that no field shows. */
  readonly failure: Failure | null;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly children: ReactNode;
};

function saveReason({ dirty, busy, wrong }: Props): string | null {
  if (busy) return 'This is being saved.';
  return dirty ? wrong : 'Nothing has been changed here.';
}

/** A form with its own Save and Discard, and a word that says when something is unsaved. Ctrl+S saves. */
export function FormFrame(props: Props) {
  const styles = useStyles();
  const { label, title, dirty, busy, failure, onSave, onDiscard, children } = props;
  const form = useRef<HTMLFormElement>(null);
  const refused = props.wrong !== null;
  // After a try to save that found something wrong, one is where it can be put right.
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    if (dirty && !busy) onSave();
  };
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={label}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (dirty && !busy) onSave();
      }}
    >
      {title === undefined ? null : (
        <Subtitle2 as="h3" className={styles.title}>
          {title}
        </Subtitle2>
      )}
      {failure === null ? null : <FailureMessage failure={failure} />}
      {children}
      <div className={styles.footer}>
        <ReasonedButton appearance="primary" type="submit" reason={saveReason(props)}>
          Save
        </ReasonedButton>
        <ReasonedButton
          reason={dirty ? (busy ? 'This is being saved.' : null) : 'Nothing has been changed here.'}
          onClick={onDiscard}
        >
          Discard
        </ReasonedButton>
        <span role="status" className={styles.state}>
          {dirty ? <StateBadge kind="info" word="Not saved yet" /> : null}
        </span>
      </div>
    </form>
  );
}
