import { Combobox, makeStyles, Option } from '@fluentui/react-components';
import { setHeader } from '../draft/headerEdits.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { HeaderField } from './HeaderField.tsx';

const useStyles = makeStyles({ box: { minWidth: 0, width: '100%' }, list: { maxHeight: '260px' } });

/** Free text with what was used before: Sage has no list of reasons, only past values. */
export function ReasonField({ label }: { readonly label: string }) {
  const styles = useStyles();
  const { draft, facts, edit } = useWizard();
  const { reason } = draft.header;
  const typed = reason.trim().toLowerCase();
  const chosen = facts.reasons.includes(reason);
  const offered = chosen ? facts.reasons : facts.reasons.filter((used) => used.toLowerCase().includes(typed));
  return (
    <HeaderField name="reason" label={label} width="large" hint={`${reason.trim().length} of 50 characters`}>
      <Combobox
        className={styles.box}
        freeform
        value={reason}
        selectedOptions={chosen ? [reason] : []}
        listbox={{ className: styles.list }}
        data-field="header.reason"
        onInput={(event) => edit(setHeader({ reason: event.currentTarget.value }))}
        onOptionSelect={(_, data) => edit(setHeader({ reason: data.optionValue ?? '' }))}
      >
        {offered.map((used) => (
          <Option key={used} value={used}>
            {used}
          </Option>
        ))}
      </Combobox>
    </HeaderField>
  );
}
