import { Badge, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import { useCompanies } from '../companies/CompaniesContext.tsx';
import { useAppStore } from '../store/StoreContext.tsx';
import { CompanySwitcher } from './CompanySwitcher.tsx';
import { companyMarks } from './companyMarks.ts';
import { PlumbMark } from './PlumbMark.tsx';

const useStyles = makeStyles({
  mark: { display: 'flex', alignItems: 'center', columnGap: '8px', padding: '8px 8px 4px', minHeight: '44px' },
  narrow: { justifyContent: 'center', padding: '8px 0 4px' },
  words: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', minWidth: 0, rowGap: '2px' },
  company: {
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

/** Whose books these are. A sample company says so at all times, and so does one that is only read, or whose writes are held back. Several can be switched here. */
export function CompanyMark({ narrow, screen }: { readonly narrow: boolean; readonly screen: string }) {
  const styles = useStyles();
  const { companies, current } = useCompanies();
  const writes = useAppStore((state) => state.info?.writes ?? null);
  const hindered = useAppStore((state) => state.home?.hindered ?? null);
  const marks = companyMarks(current.kind, writes, hindered);
  const why = marks.flatMap((one) => (one.why === null ? [] : [one.why]));
  const title = [current.name, ...marks.map(({ words }) => words)].join(', ');
  const alone = companies.length === 1;
  const mark = (
    <div
      className={mergeClasses(styles.mark, narrow && styles.narrow)}
      {...(why.length === 0 ? { title } : alone ? { tabIndex: 0, role: 'note', 'aria-label': title } : {})}
    >
      <PlumbMark />
      {narrow ? null : (
        <div className={styles.words}>
          <span className={styles.company}>{current.name}</span>
          {marks.map(({ words, why: reason }) => (
            <Badge key={words} appearance="tint" color={reason === null ? 'informative' : 'warning'} size="small">
              {words}
            </Badge>
          ))}
        </div>
      )}
    </div>
  );
  // The reason is for the keyboard too; the switcher is a button anyway.
  const shown = alone ? (
    mark
  ) : (
    <CompanySwitcher title={title} screen={screen} narrow={narrow}>
      {mark}
    </CompanySwitcher>
  );
  return why.length === 0 ? (
    shown
  ) : (
    <Tooltip content={why.join(' ')} relationship="description" positioning="after" withArrow>
      {alone ? mark : <div>{shown}</div>}
    </Tooltip>
  );
}
