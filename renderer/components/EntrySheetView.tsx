import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { EntryGrid, EntrySheet } from '#shared/domain/plans/entrySheet.ts';
import { useSmallTableStyles } from './smallTableStyles.ts';
import { TypedValue } from './TypedValue.tsx';

const useStyles = makeStyles({
  sheet: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  header: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    gap: '6px 16px',
    margin: 0,
  },
  field: { display: 'grid', gridTemplateColumns: '110px minmax(0, 1fr)', columnGap: '8px' },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  scroller: { overflowX: 'auto' },
  // Eleven columns fit beside the list of settings, and no number breaks: what is to be typed is seen whole.
  tight: { paddingLeft: '4px', paddingRight: '4px', fontSize: tokens.fontSizeBase200, overflowWrap: 'break-word' },
  title: { whiteSpace: 'normal' },
  words: { minWidth: '76px' },
  caption: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, paddingBottom: '4px' },
});

/** A plan as it is typed into Sage: the header's fields, then each grid, with the words of Sage's screen. */
export function EntrySheetView({ sheet }: { readonly sheet: EntrySheet }) {
  const styles = useStyles();
  return (
    <div className={styles.sheet}>
      <dl className={styles.header} aria-label={`Sage ${sheet.screen}`}>
        {sheet.header.map((field) => (
          <div key={field.label} className={styles.field}>
            <dt className={styles.label}>{field.label}</dt>
            <dd className={styles.value}>
              <TypedValue field={field} />
            </dd>
          </div>
        ))}
      </dl>
      {sheet.grids.map((grid) => (
        <Grid key={grid.title} grid={grid} />
      ))}
    </div>
  );
}

function Grid({ grid }: { readonly grid: EntryGrid }) {
  const styles = useStyles();
  const table = useSmallTableStyles();
  const numbered = grid.rows.some(({ line }) => line !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable with the keyboard.
    <div className={styles.scroller} tabIndex={0}>
      <table className={table.table}>
        <caption className={styles.caption}>{grid.title}</caption>
        <thead>
          <tr>
            {numbered ? (
              <th scope="col" className={mergeClasses(table.head, table.narrow, styles.tight)}>
                Line
              </th>
            ) : null}
            {grid.columns.map(({ label, figure }, index) => (
              <th
                key={label}
                scope="col"
                className={mergeClasses(
                  table.head,
                  figure && table.end,
                  styles.tight,
                  styles.title,
                  index === 0 && styles.words,
                )}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map(({ line, fields }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a plan keep their order
            <tr key={row}>
              {numbered ? <td className={mergeClasses(table.cell, styles.tight)}>{line ?? 'new'}</td> : null}
              {grid.columns.map(({ label, figure }, index) => {
                const field = fields[index] ?? null;
                return (
                  <td key={label} className={mergeClasses(table.cell, styles.tight, figure && table.end)}>
                    {field === null ? null : <TypedValue field={field} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
