import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useAct } from '../../api/useAct.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { navigate } from '../../navigation/route.ts';
import { useAppStore } from '../../store/StoreContext.tsx';
import type { StepNumber } from './draft/fieldPath.ts';
import { useWizard } from './draft/WizardContext.tsx';

const useStyles = makeStyles({
  footer: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '10px 0 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  keys: {
    flexGrow: 1,
    textAlign: 'right',
    paddingRight: '8px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

type Props = {
  readonly step: StepNumber;
  readonly flush: () => Promise<boolean>;
  readonly push: () => void;
  readonly pushing: boolean;
  /** Why it cannot be pushed; null when it can. */
  readonly pushReason: string | null;
};

const keyWords: Readonly<Record<StepNumber, string>> = {
  1: 'Alt+N next',
  2: 'Enter next line · Ctrl+I insert line · Ctrl+Delete remove line · Alt+N next · Alt+B back',
  3: 'Enter next line · Ctrl+I insert line · Ctrl+Delete remove line · Alt+N next · Alt+B back',
  4: 'Ctrl+Enter push · Alt+B back',
};

/** Back, next and push, on the screen and on the keyboard; leaving with or without the draft. */
export function WizardFooter({ step, flush, push, pushing, pushReason }: Props) {
  const styles = useStyles();
  const toast = useToast();
  const { id, draft, goTo } = useWizard();
  const discard = useAct('drafts.discard');
  const typed = useAppStore((state) => state.info?.writes) === 'handEntry';
  const [asking, setAsking] = useState(false);
  const voiding = draft.target.mode === 'void';
  const next: StepNumber | null = step === 4 ? null : voiding ? 4 : step === 1 ? 2 : step === 2 ? 3 : 4;
  const back: StepNumber | null = step === 1 ? null : voiding ? 1 : step === 4 ? 3 : step === 3 ? 2 : 1;
  const reason = pushing ? 'It is being handed over.' : pushReason;

  const keys = useRef((_event: KeyboardEvent) => {});
  keys.current = (event) => {
    if (asking || event.defaultPrevented) return;
    const letter = event.key.toLowerCase();
    if (event.altKey && letter === 'n' && next !== null) goTo(next);
    else if (event.altKey && letter === 'b' && back !== null) goTo(back);
    else if (event.ctrlKey && event.key === 'Enter' && step === 4 && reason === null) push();
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => keys.current(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const saveAndLeave = async () => {
    if (!(await flush())) return;
    toast('Draft saved. You find it in the log and in the queue.');
    navigate('#/change-orders');
  };
  const throwAway = async () => {
    // First, so that leaving this screen has nothing left to save into a draft that is gone.
    await flush();
    const answer = await discard.run({ id });
    if (answer.ok) navigate('#/change-orders');
  };

  return (
    <footer className={styles.footer}>
      <Button onClick={saveAndLeave}>Save draft</Button>
      <Button appearance="subtle" onClick={() => setAsking(true)}>
        Discard
      </Button>
      <span className={styles.keys}>{step === 4 && typed ? 'Ctrl+Enter approve · Alt+B back' : keyWords[step]}</span>
      {back === null ? null : (
        <Button aria-keyshortcuts="Alt+B" onClick={() => goTo(back)}>
          Back
        </Button>
      )}
      {next === null ? (
        <ReasonedButton appearance="primary" aria-keyshortcuts="Control+Enter" reason={reason} onClick={push}>
          {typed ? 'Approve for typing' : 'Push to Sage 100'}
        </ReasonedButton>
      ) : (
        <Button appearance="primary" aria-keyshortcuts="Alt+N" onClick={() => goTo(next)}>
          Next
        </Button>
      )}
      {asking ? (
        <ConfirmDialog
          open
          title="Discard this draft?"
          sentence="What was entered here is thrown away. Nothing changes in Sage or in Clearstory."
          confirmWord="Discard"
          onConfirm={throwAway}
          onClose={() => setAsking(false)}
          busy={discard.busy}
          failure={discard.failure}
        />
      ) : null}
    </footer>
  );
}
