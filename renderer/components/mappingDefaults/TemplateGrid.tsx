import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, useState } from 'react';
import type { ListItem } from '#shared/domain/sage/facts.ts';
import { type DefaultsDraft, type DefaultsProblems, percentTotal, type TemplateRow } from './defaultsDraft.ts';
import { useDefaultsStyles } from './defaultsStyles.ts';
import { TemplateGridRow } from './TemplateGridRow.tsx';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', marginBottom: '8px' },
  head: {
    textAlign: 'left',
    padding: '0 6px 4px 0',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  code: { width: '24%' },
  type: { width: '19%' },
  number: { width: '90px' },
  remove: { width: '32px' },
  total: { marginLeft: '12px', color: tokens.colorNeutralForeground2 },
  uneven: { color: tokens.colorStatusWarningForeground3 },
});

type Props = {
  readonly draft: DefaultsDraft;
  readonly job: string;
  readonly costTypes: readonly ListItem[];
  readonly problems: DefaultsProblems['template'] | undefined;
  readonly onChange: (draft: DefaultsDraft) => void;
};

const emptyRow = { description: '', costCode: '', costType: '', percent: '', multiplier: '1' };

/** The budget lines that new drafts start with: which part of a COR's amount goes to which cost code and type. */
export function TemplateGrid({ draft, job, costTypes, problems, onChange }: Props) {
  const styles = useStyles();
  const formStyles = useDefaultsStyles();
  const added = useRef(0);
  const [fresh, setFresh] = useState<string | null>(null);
  const addId = useId();
  const { template } = draft;
  const total = percentTotal(template);
  const setRows = (rows: readonly TemplateRow[]) => onChange({ ...draft, template: rows });
  useEffect(() => {
    if (fresh !== null) document.getElementById(`${fresh} description`)?.focus();
  }, [fresh]);
  const add = () => {
    added.current += 1;
    const id = `new row ${added.current}`;
    // The first row takes everything; a person then divides.
    setRows([...template, { ...emptyRow, percent: template.length === 0 ? '100' : '', id }]);
    setFresh(id);
  };
  return (
    <fieldset className={formStyles.group}>
      <legend className={formStyles.legend}>Allocation template</legend>
      <span className={formStyles.hint}>
        New drafts start with these budget lines. The multiplier turns price into cost: 0.85 means that 15% is margin.
        An empty description takes the title of the COR.
      </span>
      {template.length === 0 ? null : (
        <table className={styles.table} aria-label="Allocation template">
          <thead>
            <tr>
              <th scope="col" className={styles.head}>
                Description
              </th>
              <th scope="col" className={mergeClasses(styles.head, styles.code)}>
                Cost code
              </th>
              <th scope="col" className={mergeClasses(styles.head, styles.type)}>
                Cost type
              </th>
              <th scope="col" className={mergeClasses(styles.head, styles.number)}>
                Percent
              </th>
              <th scope="col" className={mergeClasses(styles.head, styles.number)}>
                Multiplier
              </th>
              <td className={styles.remove} />
            </tr>
          </thead>
          <tbody>
            {template.map((row, index) => (
              <TemplateGridRow
                key={row.id}
                row={row}
                position={index + 1}
                job={job}
                phase={draft.defaults.phase}
                costTypes={costTypes}
                problems={problems?.get(row.id)}
                onChange={(next) => setRows(template.map((each) => (each.id === row.id ? next : each)))}
                onRemove={() => {
                  setRows(template.filter((each) => each.id !== row.id));
                  document.getElementById(addId)?.focus();
                }}
              />
            ))}
          </tbody>
        </table>
      )}
      <Button id={addId} size="small" icon={<Add20Regular />} onClick={add}>
        Add a line
      </Button>
      {total === null || template.length === 0 ? null : (
        <span className={mergeClasses(styles.total, !total.whole && styles.uneven)} role="status">
          {total.whole ? 'Together 100%.' : `Together ${total.text}%: the rest is allocated by hand in each draft.`}
        </span>
      )}
    </fieldset>
  );
}
