import { makeStyles } from '@fluentui/react-components';
import { useAct } from '../../../api/useAct.ts';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { useToast } from '../../../components/Toasts.tsx';
import { useWizard } from '../draft/WizardContext.tsx';

const useStyles = makeStyles({ button: { flexShrink: 0, whiteSpace: 'nowrap' } });

/** Keeps this allocation as the project's template. `save` first: the engine remembers the draft that it has. */
export function RememberButton({ save }: { readonly save: () => Promise<boolean> }) {
  const styles = useStyles();
  const { id, draft } = useWizard();
  const remember = useAct('drafts.saveTemplate');
  const toast = useToast();
  const coded = draft.budget.some(({ costCode }) => costCode !== '');
  const reason = remember.busy
    ? 'It is being remembered.'
    : coded
      ? null
      : 'There is nothing to remember yet: choose cost codes first.';
  return (
    <ReasonedButton
      size="small"
      className={styles.button}
      reason={reason}
      onClick={async () => {
        if (!(await save())) return;
        const answer = await remember.run({ id });
        if (answer.ok) toast('Remembered as this project’s template.', 'success', 'New drafts start with it.');
        else toast(answer.failure.sentence, 'error', answer.failure.remedy);
      }}
    >
      Remember as template
    </ReasonedButton>
  );
}
