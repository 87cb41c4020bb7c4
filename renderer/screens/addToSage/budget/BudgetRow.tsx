import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import type { AllocatedLine } from '#shared/domain/allocation.ts';
import type { BudgetDraft } from '#shared/domain/draft.ts';
import { truncateAt } from '#shared/domain/text.ts';
import { Money } from '../../../components/Money.tsx';
import { budgetHints, withUnknownCode } from '../draft/hints.ts';
import { changeBudget, descriptionLength, removeBudget } from '../draft/lineEdits.ts';
import { setShareMode } from '../draft/shareMode.ts';
import { useWizardTools } from '../draft/WizardContext.tsx';
import { numbered } from '../draft/wizardWords.ts';
import { CostCodeCell } from '../fields/CostCodeCell.tsx';
import { useGridStyles } from '../fields/gridStyles.ts';
import { LockedText } from '../fields/LockedText.tsx';
import { RemoveLineButton } from '../fields/RemoveLineButton.tsx';
import { RowProblems } from '../fields/RowProblems.tsx';
import { SelectCell } from '../fields/SelectCell.tsx';
import { TextCell } from '../fields/TextCell.tsx';
import { useTableStyles } from '../fields/tableStyles.ts';
import { ShareCell } from './ShareCell.tsx';
import { SubcontractButton } from './SubcontractButton.tsx';
import { SubcontractRow } from './SubcontractRow.tsx';

type Props = {
  readonly line: BudgetDraft;
  readonly index: number;
  readonly share: string | null;
  readonly amount: string | null;
  readonly problem: string | null;
  readonly problemIn: AllocatedLine['problemIn'];
  readonly refused: Readonly<Record<string, string>> | null;
  readonly codeName: string | undefined;
  readonly codeUnknown: boolean;
  readonly job: string;
  readonly phase: string;
};

type Column = 'costCode' | 'costType' | 'share' | 'multiplier' | 'hours' | 'units' | 'description';

const frozenWhy = 'This line is in Sage already: it keeps its description.';

/** One budget line, with its subcontract change below when it has one. Drawn again only when something of its own has changed. */
export const BudgetRow = memo(function BudgetRow(props: Props) {
  const { line, index, share, amount, problem, problemIn, refused, codeName, codeUnknown, job, phase } = props;
  const styles = useGridStyles();
  const table = useTableStyles();
  const { facts, edit } = useWizardTools();
  const hints = withUnknownCode(budgetHints(line, problem, problemIn), codeUnknown);
  const cell = (column: Column, words: string) => ({
    field: `budget.${index}.${column}`,
    column,
    label: `${words}, line ${index + 1}`,
    value: line[column],
    hint: hints[column],
    refusal: refused?.[column],
    onChange: (value: string) => {
      edit(changeBudget(line.id, { [column]: value }));
    },
  });
  return (
    <>
      <tr className={line.subcontract === null ? table.row : undefined} data-line={line.id}>
        <td className={styles.lineNumber}>{index + 1}</td>
        <td className={table.field}>
          <CostCodeCell
            {...cell('costCode', 'Sage 100 Cost Code')}
            job={job}
            phase={phase}
            name={codeName}
            onChoose={(costCode, name) => {
              const named = line.description.trim() === '' ? { description: truncateAt(name, descriptionLength) } : {};
              edit(changeBudget(line.id, { costCode, ...named }));
            }}
          />
        </td>
        <td className={table.field}>
          <SelectCell
            {...cell('costType', 'Sage 100 Cost Type')}
            options={facts.costTypes.map((type) => ({ value: type.number, words: numbered(type) }))}
            empty="Choose"
            blocked={line.costCode === '' && line.costType === '' ? 'Cost code first' : null}
          />
        </td>
        <td className={table.field}>
          <ShareCell
            cell={cell('share', 'Share of the price')}
            lineNumber={index + 1}
            mode={line.shareMode}
            share={share}
            onMode={(mode) => edit(setShareMode(line.id, mode))}
          />
        </td>
        <td className={table.field}>
          <TextCell {...cell('multiplier', 'Sage 100 Multiplier')} numeric placeholder="1" />
        </td>
        <td className={mergeClasses(table.cell, styles.amount)}>
          <Money amount={amount} />
        </td>
        <td className={table.field}>
          <TextCell {...cell('hours', 'Budget Hours')} numeric placeholder="0" />
        </td>
        <td className={table.field}>
          <TextCell {...cell('units', 'Budget Units')} numeric placeholder="0" />
        </td>
        <td className={table.field}>
          {line.line === null ? (
            <TextCell {...cell('description', 'Description')} placeholder="What it is for" />
          ) : (
            <LockedText text={line.description} why={frozenWhy} />
          )}
        </td>
        <td className={table.field}>
          <SubcontractButton line={line} lineNumber={index + 1} />
        </td>
        <td className={table.field}>
          <RemoveLineButton
            label={`Remove line ${index + 1}`}
            inSage={line.line !== null}
            onRemove={() => edit(removeBudget(line.id))}
          />
        </td>
      </tr>
      {line.subcontract === null ? null : (
        <SubcontractRow line={line} unit={line.subcontract} index={index} hints={hints} refused={refused} job={job} />
      )}
      <RowProblems path={`budget.${index}`} hints={hints} refused={refused} columns={11} />
    </>
  );
});
