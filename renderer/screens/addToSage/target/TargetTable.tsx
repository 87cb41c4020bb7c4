import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { TargetChoice } from '#shared/contract/wizard.ts';
import { DateText } from '../../../components/DateText.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { Money } from '../../../components/Money.tsx';
import { SearchBox } from '../../../components/SearchBox.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { addTo } from '../draft/headerEdits.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { useTableStyles } from '../fields/tableStyles.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  row: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  refused: { cursor: 'default', color: tokens.colorNeutralForeground3 },
  radio: { width: '16px', height: '16px', margin: '2px 0 0', accentColor: tokens.colorCompoundBrandBackground },
  status: { paddingTop: '8px' },
  why: { fontSize: tokens.fontSizeBase200 },
  problem: { color: tokens.colorStatusDangerForeground1 },
});

/** More than this many are worth a search box. */
const searchFrom = 8;

/** The job's change orders in Sage: those that can take lines first, the others dimmed with the reason. */
export function TargetTable() {
  const styles = useStyles();
  const table = useTableStyles();
  const { draft, facts, edit, refusals } = useWizard();
  const [search, setSearch] = useState('');
  const record = draft.target.mode === 'new' ? '' : draft.target.record;
  const shown = useMemo(() => matching(facts.targets, search), [facts.targets, search]);
  const problem = refusals.ofField('target', draft);
  if (facts.targets.length === 0) {
    return (
      <EmptyState
        title="This job has no change orders in Sage yet"
        sentence="Choose Create Change Order above; Plumbline then makes the first one."
      />
    );
  }
  return (
    <div className={styles.box}>
      {facts.targets.length > searchFrom ? (
        <SearchBox label="Find by number or description" value={search} onChange={setSearch} />
      ) : null}
      {problem === null ? null : <span className={styles.problem}>{problem}</span>}
      <table className={table.table}>
        <thead>
          <tr>
            <td className={table.head} />
            <th className={table.head}>Change#</th>
            <th className={table.head}>Description</th>
            <th className={table.head}>Date</th>
            <th className={table.head}>Phase</th>
            <th className={table.head}>Status</th>
            <th className={mergeClasses(table.head, table.right)}>Requested</th>
            <th className={mergeClasses(table.head, table.right)}>Approved</th>
            <th className={mergeClasses(table.head, table.right)}>Lines</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((choice, at) => (
            <TargetRow
              key={choice.record}
              choice={choice}
              chosen={choice.record === record}
              field={choice.record === record || (record === '' && at === 0)}
              onChoose={() => edit(addTo(choice))}
            />
          ))}
        </tbody>
      </table>
      {shown.length === 0 ? <span role="status">Nothing matches “{search}”.</span> : null}
    </div>
  );
}

function matching(targets: readonly TargetChoice[], search: string): readonly TargetChoice[] {
  const words = search.toLowerCase().split(/\s+/);
  const found = targets.filter(({ number, description }) =>
    words.every((word) => `${number} ${description}`.toLowerCase().includes(word)),
  );
  return [...found.filter(({ refusal }) => refusal === null), ...found.filter(({ refusal }) => refusal !== null)];
}

/** The engine's reason follows the number: `is locked …`; a reason that is a sentence already stays one. */
function refusalSentence(number: string, refusal: string): string {
  return /^[a-z]/.test(refusal) ? `Change order ${number} ${refusal}` : refusal;
}

type RowProps = {
  readonly choice: TargetChoice;
  readonly chosen: boolean;
  /** Where a refusal's link puts the focus. */
  readonly field: boolean;
  readonly onChoose: () => void;
};

function TargetRow({ choice, chosen, field, onChoose }: RowProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const refused = choice.refusal !== null;
  const row = mergeClasses(table.row, refused ? styles.refused : styles.row, chosen && styles.chosen);
  return (
    <tr className={row} onClick={refused ? undefined : onChoose}>
      <td className={table.cell}>
        <input
          type="radio"
          name="target"
          className={styles.radio}
          data-field={field ? 'target' : undefined}
          aria-label={`Change order ${choice.number} ${choice.description}`}
          checked={chosen}
          disabled={refused}
          onChange={onChoose}
        />
      </td>
      <td className={table.cell}>{choice.number}</td>
      <td className={table.cell}>
        {choice.description}
        {choice.refusal === null ? null : (
          <div className={styles.why}>{refusalSentence(choice.number, choice.refusal)}</div>
        )}
      </td>
      <td className={table.cell}>
        <DateText date={choice.date} />
      </td>
      <td className={table.cell}>{choice.phase === '0' ? 'None' : choice.phase}</td>
      <td className={mergeClasses(table.cell, styles.status)}>
        <StateBadge kind={refused ? 'locked' : 'info'} word={choice.statusWords} />
      </td>
      <td className={table.cell}>
        <Money amount={choice.requested} />
      </td>
      <td className={table.cell}>
        <Money amount={choice.approved} />
      </td>
      <td className={mergeClasses(table.cell, table.right)}>{choice.lines}</td>
    </tr>
  );
}
