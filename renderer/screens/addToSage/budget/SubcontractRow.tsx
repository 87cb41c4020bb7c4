import { makeStyles, tokens } from '@fluentui/react-components';
import type { BudgetDraft } from '#shared/domain/draft.ts';
import { changeOrderStatuses, statusWords } from '#shared/domain/sage/enumerations.ts';
import type { Hints } from '../draft/hints.ts';
import { changeBudget } from '../draft/lineEdits.ts';
import { useWizardTools } from '../draft/WizardContext.tsx';
import { SelectCell } from '../fields/SelectCell.tsx';
import { TextCell } from '../fields/TextCell.tsx';
import { useTableStyles } from '../fields/tableStyles.ts';
import { SubcontractLineCell } from './SubcontractLineCell.tsx';
import { VendorCell } from './VendorCell.tsx';

const useStyles = makeStyles({
  box: {
    margin: '0 0 6px 2px',
    padding: '6px 8px 8px',
    border: 'none',
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  explained: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, marginBottom: '4px' },
  fields: {
    display: 'grid',
    gridTemplateColumns:
      'minmax(150px, 1.2fr) minmax(160px, 1.4fr) minmax(160px, 1.4fr) minmax(96px, 0.6fr) minmax(110px, 0.7fr)',
    columnGap: '10px',
  },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

type Unit = NonNullable<BudgetDraft['subcontract']>;

type Props = {
  readonly line: BudgetDraft;
  readonly unit: Unit;
  readonly index: number;
  readonly hints: Hints;
  readonly refused: Readonly<Record<string, string>> | null;
  readonly job: string;
};

const statuses = Object.keys(changeOrderStatuses).map((value) => ({
  value,
  words: statusWords(changeOrderStatuses, value),
}));

/** Vendor, subcontract, line, change number and status: in Sage one unit, all of them (but the line) or none. */
export function SubcontractRow({ line, unit, index, hints, refused, job }: Props) {
  const styles = useStyles();
  const table = useTableStyles();
  const { facts, edit } = useWizardTools();
  const cell = (name: keyof Unit, words: string) => ({
    field: `budget.${index}.subcontract.${name}`,
    column: `subcontract.${name}`,
    label: `${words}, line ${index + 1}`,
    value: unit[name],
    hint: hints[`subcontract.${name}`],
    refusal: refused?.[`subcontract.${name}`],
    onChange: (value: string) => change({ [name]: value }),
  });
  const change = (patch: Partial<Unit>, more: Partial<BudgetDraft> = {}) => {
    edit(changeBudget(line.id, { ...more, subcontract: { ...unit, ...patch } }));
  };
  const subcontracts = facts.subcontracts
    .filter(({ vendor }) => unit.vendor === '' || vendor === unit.vendor)
    .map(({ record, number, description }) => ({ value: record, words: `${number} ${description}` }));
  return (
    <tr className={table.row} data-line={line.id}>
      <td />
      <td colSpan={10}>
        <fieldset className={styles.box} aria-label={`Subcontract change of line ${index + 1}`}>
          <div className={styles.explained}>
            Sage takes these as one unit: all of them, or none. Only the subcontract line may stay empty; Sage then gets
            a new one.
          </div>
          <div className={styles.fields}>
            <span className={styles.label}>Vendor</span>
            <span className={styles.label}>Subcontract</span>
            <span className={styles.label}>Subcontract Line</span>
            <span className={styles.label}>Its own Change#</span>
            <span className={styles.label}>Status</span>
            <VendorCell
              {...cell('vendor', 'Vendor')}
              onChoose={(vendor) => change(vendor === unit.vendor ? {} : { vendor, subcontract: '', line: '' })}
            />
            <SelectCell
              {...cell('subcontract', 'Subcontract')}
              options={subcontracts}
              empty={subcontracts.length === 0 ? 'This vendor has none here' : 'Choose'}
              onChange={(record) => {
                const chosen = facts.subcontracts.find((subcontract) => subcontract.record === record);
                change({ subcontract: record, line: '', ...(chosen === undefined ? {} : { vendor: chosen.vendor }) });
              }}
            />
            <SubcontractLineCell
              {...cell('line', 'Subcontract Line')}
              job={job}
              record={unit.subcontract}
              onChoose={(chosen, coding) => change({ line: chosen }, coding)}
            />
            <TextCell {...cell('changeNumber', 'Change# of the subcontract')} placeholder="850-1" />
            <SelectCell {...cell('status', 'Status of the subcontract change')} options={statuses} empty="Choose" />
          </div>
        </fieldset>
      </td>
    </tr>
  );
}
