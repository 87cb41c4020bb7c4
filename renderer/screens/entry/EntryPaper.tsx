import { mergeClasses } from '@fluentui/react-components';
import type { EntryField, EntryGrid } from '#shared/domain/plans/entrySheet.ts';
import { capital } from '#shared/domain/text.ts';
import { InstantText } from '../../components/InstantText.tsx';
import { TypedValue } from '../../components/TypedValue.tsx';
import { usePaperStyles } from './paperStyles.ts';
import type { EntryPage } from './useEntryPage.ts';

/** One change order on paper, laid out like Sage's screen 6-4-1, with a box to tick for each line and the number to write down. */
export function EntryPaper({ page: { facts, sheet } }: { readonly page: EntryPage }) {
  const styles = usePaperStyles();
  const creates = facts.target.record === null;
  return (
    <article className={styles.paper}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          Sage {sheet.screen} ·{' '}
          {creates ? `New ${facts.record}` : `${capital(facts.record)} ${facts.target.number ?? ''}`}
        </h2>
        <div>{facts.company}</div>
        <div>
          {[
            ...(facts.job === '' ? [] : [`Job ${facts.job} ${facts.jobName}`]),
            ...(facts.corNumbers.length === 0 ? [] : [`COR ${facts.corNumbers.join(', ')}`]),
          ].join(' · ')}
        </div>
        <div>
          {facts.approvedAt === null ? (
            'Not approved yet: type it only once it is'
          ) : (
            <>
              Approved by {facts.approvedBy}, <InstantText instant={facts.approvedAt} show="absolute" />
            </>
          )}
        </div>
      </header>
      <dl className={styles.fields} aria-label="Header">
        {sheet.header.map((field) => (
          <div key={field.label} className={mergeClasses(styles.field, isLong(field) && styles.wide)}>
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
      <p className={styles.totals}>
        Totals of these lines: {facts.sums.map(({ label, amount }) => `${label} ${amount}`).join(' · ')}
      </p>
      <footer className={styles.sign}>
        <span className={styles.tick}>
          <span className={styles.box} aria-hidden /> Saved in Sage
        </span>
        <span>
          {facts.number === null ? `${facts.numberLabel} that Sage gave` : `${facts.numberLabel} ${facts.number}`}
        </span>
        {facts.number === null ? <span className={styles.blank} /> : null}
        <span>Initials, date</span>
        <span className={styles.blank} />
      </footer>
    </article>
  );
}

/** Notes get the whole width. */
function isLong({ value, was }: EntryField): boolean {
  return value.length + (was?.length ?? 0) > 60 || value.includes('\n');
}

function Grid({ grid }: { readonly grid: EntryGrid }) {
  const styles = usePaperStyles();
  const numbered = grid.rows.some(({ line }) => line !== null);
  return (
    <table className={styles.grid}>
      <caption className={styles.caption}>{grid.title}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.narrow}>
            Typed
          </th>
          {numbered ? (
            <th scope="col" className={styles.narrow}>
              Line
            </th>
          ) : null}
          {grid.columns.map(({ label, figure }) => (
            <th key={label} scope="col" className={figure ? styles.figureHead : styles.cellHead}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grid.rows.map(({ line, fields }, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a plan keep their order
          <tr key={row} className={styles.row}>
            <td className={styles.narrow}>
              <span className={styles.box} aria-hidden />
            </td>
            {numbered ? <td className={styles.narrow}>{line ?? 'new'}</td> : null}
            {grid.columns.map(({ label, figure }, index) => {
              const field = fields[index] ?? null;
              return (
                <td key={label} className={figure ? styles.figure : styles.cell}>
                  {field === null ? null : <TypedValue field={field} />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
