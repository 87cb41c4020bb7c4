import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useRef } from 'react';
import type { HeaderDraft } from '#shared/domain/draft.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { createNew } from '../draft/headerEdits.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { targetOf } from '../draft/wizardWords.ts';
import { CorList } from './CorList.tsx';
import { HeaderForm } from './HeaderForm.tsx';
import { TargetTable } from './TargetTable.tsx';
import { VoidChoice } from './VoidChoice.tsx';

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  choice: { columnGap: '16px' },
});

/** Step 1: into which change order. */
export function TargetStep() {
  const styles = useStyles();
  const { draft } = useWizard();
  if (draft.target.mode === 'update') return <UpdateTarget />;
  if (draft.target.mode === 'void') return <VoidChoice />;
  return (
    <div className={styles.step}>
      <CorList />
      <ModeChoice />
      {draft.target.mode === 'new' ? <HeaderForm numbered /> : <TargetTable />}
    </div>
  );
}

function ModeChoice() {
  const styles = useStyles();
  const { draft, facts, edit } = useWizard();
  // What was entered for a new change order comes back when a person returns to creating one.
  const kept = useRef<HeaderDraft | null>(null);
  const open = facts.targets.filter(({ refusal }) => refusal === null).length;
  return (
    <RadioGroup
      layout="horizontal"
      className={styles.choice}
      aria-label="Into which change order"
      value={draft.target.mode}
      onChange={(_, { value }) => {
        if (value === 'new') edit(createNew(kept.current));
        else {
          kept.current = draft.header;
          edit((now) => ({ ...now, target: { mode: 'existing', record: '' } }));
        }
      }}
    >
      <Radio value="new" label="Create Change Order" />
      <Radio value="existing" label={`Add to an existing change order (${open} of this job can take lines)`} />
    </RadioGroup>
  );
}

/** An update names the change order; its header fields may change, its number and phase stay. */
function UpdateTarget() {
  const styles = useStyles();
  const { draft, facts } = useWizard();
  const target = targetOf(draft, facts);
  return (
    <div className={styles.step}>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>
            Change order {target?.number} is updated with what changed in Clearstory since it was pushed.
          </MessageBarTitle>
          Only what differs is written; Review shows old and new. Lines keep their numbers and descriptions.
          {target === null
            ? null
            : ` It stands at ${formatMoney(target.requested)} requested and ${formatMoney(target.approved)} approved, ${target.statusWords}.`}
        </MessageBarBody>
      </MessageBar>
      <CorList />
      <HeaderForm numbered={false} />
    </div>
  );
}
