import { memo } from 'react';
import type { PrimeDraft } from '#shared/domain/draft.ts';
import { type Hints, withUnknownCode } from '../draft/hints.ts';
import { changePrime, descriptionLength, removePrime } from '../draft/lineEdits.ts';
import { useWizardTools } from '../draft/WizardContext.tsx';
import { numbered } from '../draft/wizardWords.ts';
import { CostCodeCell } from '../fields/CostCodeCell.tsx';
import { useGridStyles } from '../fields/gridStyles.ts';
import { LockedText } from '../fields/LockedText.tsx';
import { MoneyCell } from '../fields/MoneyCell.tsx';
import { RemoveLineButton } from '../fields/RemoveLineButton.tsx';
import { RowProblems } from '../fields/RowProblems.tsx';
import { SelectCell } from '../fields/SelectCell.tsx';
import { TextCell } from '../fields/TextCell.tsx';
import { useTableStyles } from '../fields/tableStyles.ts';
import { type CodeNames, codeNote } from '../fields/useCodeNames.ts';

type Props = {
  readonly line: PrimeDraft;
  readonly index: number;
  readonly hints: Hints;
  readonly refused: Readonly<Record<string, string>> | null;
  readonly names: CodeNames;
  readonly job: string;
  readonly phase: string;
};

const frozenWhy =
  'This line is in Sage already. Progress billing finds it by its exact description, so the description stays.';

/** One prime line. Drawn again only when something of its own has changed. */
export const PrimeRow = memo(function PrimeRow(props: Props) {
  const { line, index, refused, names, job, phase } = props;
  const styles = useGridStyles();
  const table = useTableStyles();
  const { facts, edit } = useWizardTools();
  const code = codeNote(names, line.costCode);
  const hints = withUnknownCode(props.hints, code.unknown === true);
  const cell = (column: 'description' | 'requested' | 'approved' | 'costCode' | 'costType', words: string) => ({
    field: `prime.${index}.${column}`,
    column,
    label: `${words}, line ${index + 1}`,
    value: line[column],
    hint: hints[column],
    refusal: refused?.[column],
    onChange: (value: string) => {
      edit(changePrime(line.id, { [column]: value }));
    },
  });
  const left = descriptionLength - line.description.trim().length;
  return (
    <>
      <tr className={table.row} data-line={line.id}>
        <td className={styles.lineNumber}>{index + 1}</td>
        <td className={table.field}>
          {line.line === null ? (
            <TextCell
              {...cell('description', 'Description')}
              {...(left < 0 || left > 5 ? {} : { note: `${left} of ${descriptionLength} characters left` })}
            />
          ) : (
            <LockedText text={line.description} why={frozenWhy} />
          )}
        </td>
        <td className={table.field}>
          <MoneyCell {...cell('requested', 'Requested')} />
        </td>
        <td className={table.field}>
          <MoneyCell {...cell('approved', 'Approved')} />
        </td>
        <td className={table.field}>
          <CostCodeCell
            {...cell('costCode', 'Sage 100 Cost Code')}
            job={job}
            phase={phase}
            name={code.name}
            onChoose={(costCode) => edit(changePrime(line.id, { costCode }))}
          />
        </td>
        <td className={table.field}>
          <SelectCell
            {...cell('costType', 'Sage 100 Cost Type')}
            options={facts.costTypes.map((type) => ({ value: type.number, words: numbered(type) }))}
            empty="None"
            blocked={line.costCode === '' && line.costType === '' ? 'Cost code first' : null}
          />
        </td>
        <td className={table.field}>
          <RemoveLineButton
            label={`Remove line ${index + 1}`}
            inSage={line.line !== null}
            onRemove={() => edit(removePrime(line.id))}
          />
        </td>
      </tr>
      <RowProblems path={`prime.${index}`} hints={hints} refused={refused} columns={7} />
    </>
  );
});
