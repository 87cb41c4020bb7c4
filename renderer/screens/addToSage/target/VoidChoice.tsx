import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
} from '@fluentui/react-components';
import { formatMoney } from '#shared/domain/money.ts';
import { voidAs } from '../draft/headerEdits.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { corsOf, listed, targetOf } from '../draft/wizardWords.ts';

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', rowGap: '12px', maxWidth: '880px' },
});

/** Voiding: as what, and what that means for the books. */
export function VoidChoice() {
  const styles = useStyles();
  const { draft, facts, edit } = useWizard();
  const target = targetOf(draft, facts);
  if (draft.target.mode !== 'void') return null;
  const cors = listed(corsOf(draft, facts).map(({ number, statusWords }) => `COR ${number} (${statusWords})`));
  return (
    <div className={styles.step}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>
            {cors} {draft.corIds.length === 1 ? 'no longer counts' : 'no longer count'} in Clearstory, but still stands
            in change order {target?.number} in Sage.
          </MessageBarTitle>
          {target === null
            ? null
            : `${target.description}, ${target.statusWords}: ${formatMoney(target.requested)} requested, ${formatMoney(target.approved)} approved. `}
          Where other change order requests share the change order, only the lines of this one are taken back. Review
          shows each row.
        </MessageBarBody>
      </MessageBar>
      <RadioGroup
        aria-label="Status in Sage"
        value={draft.target.status}
        onChange={(_, { value }) => edit(voidAs(value === '6' ? '6' : '5'))}
      >
        <Radio value="5" label="5-Void: withdrawn, or not to be charged" data-field="target.status" />
        <Radio value="6" label="6-Rejected: the customer said no" />
      </RadioGroup>
      <Text>
        Contract, budget and subcontracts stop counting it. The change order itself stays in Sage for the record.
      </Text>
    </div>
  );
}
