import { Field, makeStyles, Select, Textarea } from '@fluentui/react-components';
import { changeOrderStatuses, statusWords } from '#shared/domain/sage/enumerations.ts';
import { columnOf, sageTables } from '#shared/domain/sage/schema/tables.ts';
import { setHeader, setPhase, setStatus } from '../draft/headerEdits.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { numbered, targetOf } from '../draft/wizardWords.ts';
import { LockedText } from '../fields/LockedText.tsx';
import { HeaderField, HeaderText } from './HeaderField.tsx';
import { NumberField } from './NumberField.tsx';
import { ReasonField } from './ReasonField.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
    columnGap: '16px',
    rowGap: '10px',
    maxWidth: '1120px',
    alignItems: 'start',
  },
  select: { minWidth: 0 },
  medium: { gridColumn: 'span 3' },
});

/** Sage's own words beside the fields of 6-4-1. */
const label = (column: string): string => columnOf(sageTables.prmchg, column).label;

/** The header of the change order. `numbered`: it is created, so number and phase are chosen; else both stay as they are. */
export function HeaderForm({ numbered: creating }: { readonly numbered: boolean }) {
  const styles = useStyles();
  const { draft, facts, edit } = useWizard();
  const { header } = draft;
  const target = targetOf(draft, facts);
  return (
    <div className={styles.form}>
      {creating ? (
        <NumberField />
      ) : (
        <Field className={styles.medium} label={label('chgnum')}>
          <LockedText text={target?.number ?? ''} why="A change order keeps its number." />
        </Field>
      )}
      <HeaderText name="date" label={label('chgdte')} width="medium" type="date" required />
      <HeaderField name="status" label={label('status')} width="medium" required>
        <Select
          className={styles.select}
          value={header.status}
          data-field="header.status"
          onChange={(_, data) => edit(setStatus(data.value))}
        >
          <option value="">Choose a status</option>
          {Object.keys(changeOrderStatuses).map((status) => (
            <option key={status} value={status}>
              {statusWords(changeOrderStatuses, status)}
            </option>
          ))}
        </Select>
      </HeaderField>
      {creating ? (
        <PhaseField />
      ) : (
        <Field className={styles.medium} label={label('phsnum')}>
          <LockedText
            text={target === null || target.phase === '0' ? 'None' : target.phase}
            why="A change order stays in its phase."
          />
        </Field>
      )}

      <HeaderText name="description" label={label('dscrpt')} width="large" limit={50} required />
      <HeaderField name="type" label={label('chgtyp')} width="medium">
        <Select
          className={styles.select}
          value={header.type}
          data-field="header.type"
          onChange={(_, data) => edit(setHeader({ type: data.value }))}
        >
          <option value="">None</option>
          {facts.changeOrderTypes.map((type) => (
            <option key={type.number} value={type.number}>
              {numbered(type)}
            </option>
          ))}
        </Select>
      </HeaderField>
      <HeaderText name="clientPo" label={label('pchord')} width="medium" limit={30} />

      <ReasonField label={label('reason')} />
      <HeaderText name="submitted" label={label('subdte')} width="medium" type="date" />
      <HeaderText name="approvedOn" label={label('aprdte')} width="medium" type="date" />
      <HeaderText name="delayRequested" label={`${label('delreq')} (days)`} width="medium" />
      <HeaderText name="delayApproved" label={`${label('dysdly')} (days)`} width="medium" />
      <HeaderField name="notes" label={label('ntetxt')} width="full">
        <Textarea
          rows={4}
          resize="vertical"
          value={header.notes}
          data-field="header.notes"
          onChange={(_, data) => edit(setHeader({ notes: data.value }))}
        />
      </HeaderField>
    </div>
  );
}

function PhaseField() {
  const styles = useStyles();
  const { draft, facts, edit } = useWizard();
  return (
    <HeaderField name="phase" label={label('phsnum')} width="medium">
      <Select
        className={styles.select}
        value={draft.header.phase === '' ? '0' : draft.header.phase}
        data-field="header.phase"
        onChange={(_, data) => edit(setPhase(data.value, facts.nextNumbers))}
      >
        <option value="0">0-None</option>
        {facts.phases
          .filter(({ number }) => number !== '0')
          .map((phase) => (
            <option key={phase.number} value={phase.number}>
              {numbered(phase)}
            </option>
          ))}
      </Select>
    </HeaderField>
  );
}
