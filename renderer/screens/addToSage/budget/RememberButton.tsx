import { makeStyles } from '@fluentui/react-components';
import { useAct } from '../../../api/useAct.ts';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { useToast } from '../../../components/Toasts.tsx';
import { useWizard } from '../draft/WizardContext.tsx';

const useStyles = makeStyles({ button: { flexShrink: 0, whiteSpace: 'nowrap' } });

/** Keeps this allocation as the project's template. `save` first: the engine remembers the draft that it has. */
export function RememberButton({ save }: { readonly save: () => Promise<boolean> }) {
  const styles = useStyles();
  const { id, draft, facts } = useWizard();
  const remember = useAct('drafts.saveTemplate');
  const toast = useToast();
  // A template is the allocation of one COR: subcontract changes are of that one case and no part of it.
  const [first = ''] = draft.corIds;
  const lines = draft.budget.filter(({ corId, subcontract }) => corId === first && subcontract === null);
  const amounts = lines.some(({ shareMode }) => shareMode !== 'percent');
  const cor = facts.cors.find(({ id: corId }) => corId === first)?.number ?? first;
  const reason = remember.busy
    ? 'It is being remembered.'
    : lines.every(({ costCode }) => costCode === '')
      ? 'There is nothing to remember yet: choose cost codes first.'
      : amounts
        ? `A template holds shares in percent: change the lines of COR ${cor} from $ to % first.`
        : null;
  return (
    <ReasonedButton
      size="small"
      className={styles.button}
      reason={reason}
      onClick={async () => {
        if (!(await save())) return;
        const answer = await remember.run({ id });
        if (answer.ok)
          toast(`The lines of COR ${cor} are now this project’s template.`, 'success', 'New drafts start with them.');
        else toast(answer.failure.sentence, 'error', answer.failure.remedy);
      }}
    >
      Remember as template
    </ReasonedButton>
  );
}
