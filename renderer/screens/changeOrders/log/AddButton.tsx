import { Add20Regular, ArrowUpload20Regular, Prohibited20Regular } from '@fluentui/react-icons';
import type { CorLogRow } from '#shared/domain/corLog.ts';
import { useAct } from '../../../api/useAct.ts';
import { useRequest } from '../../../api/useRequest.ts';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { useToast } from '../../../components/Toasts.tsx';
import { navigate } from '../../../navigation/route.ts';
import { nextStep, type StepMode, stepWords } from './nextStep.ts';

const icons: Readonly<Record<StepMode, typeof Add20Regular>> = {
  push: Add20Regular,
  update: ArrowUpload20Regular,
  void: Prohibited20Regular,
};

/** Opens the wizard for the selected CORs; dimmed, it says why not. */
export function AddButton({ rows }: { readonly rows: readonly CorLogRow[] }) {
  const toast = useToast();
  const open = useAct('drafts.open');
  const { mode, reason } = nextStep(rows);
  const doubtful = mode === 'push' && reason === null ? doubtfulOf(rows) : undefined;
  const detail = useRequest('cors.get', doubtful === undefined ? null : { id: doubtful.id }, ['cors', 'transfers']);
  const refusal = doubtful !== undefined && detail.value?.row.id === doubtful.id ? detail.value.addRefusal : null;
  const Icon = icons[mode];

  const start = async (): Promise<void> => {
    const answer = await open.run({ corIds: rows.map((row) => row.id), mode });
    if (answer.ok) navigate(`#/add/${answer.value.id}/1`);
    else toast(answer.failure.sentence, 'error', answer.failure.remedy);
  };

  return (
    <ReasonedButton
      appearance="primary"
      icon={<Icon />}
      reason={open.busy ? 'The draft is being opened.' : (reason ?? refusal)}
      onClick={() => void start()}
    >
      {stepWords[mode]}
    </ReasonedButton>
  );
}

/** The COR whose mapping may keep it out of Sage: only the engine knows, so it is asked before the button is pressed. */
function doubtfulOf(rows: readonly CorLogRow[]): CorLogRow | undefined {
  return rows.find((row) => row.status === 'draft' || row.status === 'placeholder') ?? rows[0];
}
