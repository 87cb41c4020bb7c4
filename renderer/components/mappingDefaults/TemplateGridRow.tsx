import { Button, Input, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import type { ListItem } from '#shared/domain/sage/facts.ts';
import { CostCodeBox } from '../CostCodeBox.tsx';
import type { TemplateField, TemplateRow } from './defaultsDraft.ts';

const useStyles = makeStyles({
  cell: { padding: '2px 6px 2px 0', verticalAlign: 'top' },
  full: { width: '100%', minWidth: 0 },
  figures: { '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
  problem: {
    display: 'block',
    color: tokens.colorStatusDangerForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type Props = {
  readonly row: TemplateRow;
  readonly position: number;
  readonly job: string;
  readonly phase: string;
  readonly costTypes: readonly ListItem[];
  readonly problems: Partial<Readonly<Record<TemplateField, string>>> | undefined;
  readonly onChange: (row: TemplateRow) => void;
  readonly onRemove: () => void;
};

export function TemplateGridRow({ row, position, job, phase, costTypes, problems, onChange, onRemove }: Props) {
  const styles = useStyles();
  const set = (change: Partial<TemplateRow>) => onChange({ ...row, ...change });
  const marks = (field: TemplateField, label: string) => ({
    'aria-label': `${label}, line ${position}`,
    ...(problems?.[field] === undefined
      ? {}
      : { 'aria-invalid': true, 'aria-describedby': `${row.id} ${field} problem`.replaceAll(' ', '-') }),
  });
  const problem = (field: TemplateField) =>
    problems?.[field] === undefined ? null : (
      <span id={`${row.id} ${field} problem`.replaceAll(' ', '-')} className={styles.problem}>
        {problems[field]}
      </span>
    );
  return (
    <tr>
      <td className={styles.cell}>
        <Input
          {...marks('description', 'Description')}
          id={`${row.id} description`}
          className={styles.full}
          placeholder="Title of the COR"
          value={row.description}
          onChange={(_, { value }) => set({ description: value })}
        />
        {problem('description')}
      </td>
      <td className={styles.cell}>
        <CostCodeBox
          label={`Cost code, line ${position}`}
          invalid={problems?.costCode !== undefined}
          value={row.costCode}
          job={job}
          phase={phase}
          onChange={(costCode) => set({ costCode })}
        />
        {problem('costCode')}
      </td>
      <td className={styles.cell}>
        <Select
          {...marks('costType', 'Cost type')}
          value={row.costType}
          onChange={(_, { value }) => set({ costType: value })}
        >
          <option value="">Choose</option>
          {costTypes.map(({ number, name }) => (
            <option key={number} value={number}>
              {`${number}-${name}`}
            </option>
          ))}
        </Select>
        {problem('costType')}
      </td>
      <td className={styles.cell}>
        <Input
          {...marks('percent', 'Percent')}
          className={mergeClasses(styles.full, styles.figures)}
          inputMode="decimal"
          contentAfter="%"
          value={row.percent}
          onChange={(_, { value }) => set({ percent: value })}
        />
        {problem('percent')}
      </td>
      <td className={styles.cell}>
        <Input
          {...marks('multiplier', 'Multiplier')}
          className={mergeClasses(styles.full, styles.figures)}
          inputMode="decimal"
          value={row.multiplier}
          onChange={(_, { value }) => set({ multiplier: value })}
        />
        {problem('multiplier')}
      </td>
      <td className={styles.cell}>
        <Button
          appearance="subtle"
          icon={<Delete20Regular />}
          aria-label={`Remove line ${position}`}
          onClick={onRemove}
        />
      </td>
    </tr>
  );
}
