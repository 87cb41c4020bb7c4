import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCompanies } from '../companies/CompaniesContext.tsx';
import { useAppStore } from '../store/StoreContext.tsx';
import { CompanySwitcher } from './CompanySwitcher.tsx';
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

/** Whose books these are. A sample company says so at all times, and so does one that is only read. Several can be switched here. */
export function CompanyMark({ narrow, screen }: { readonly narrow: boolean; readonly screen: string }) {
  const styles = useStyles();
  const { companies, current } = useCompanies();
  const writes = useAppStore((state) => state.info?.writes);
  const marks = [
    ...(current.kind === 'sample' ? ['Sample company'] : []),
    ...(writes === 'readOnly' ? ['Read-only'] : []),
    ...(writes === 'handEntry' ? ['Hand entry'] : []),
  ];
  const title = [current.name, ...marks].join(', ');
  const mark = (
    <div className={mergeClasses(styles.mark, narrow && styles.narrow)} title={title}>
      <PlumbMark />
      {narrow ? null : (
        <div className={styles.words}>
          <span className={styles.company}>{current.name}</span>
          {marks.map((words) => (
            <Badge key={words} appearance="tint" color="informative" size="small">
              {words}
            </Badge>
          ))}
        </div>
      )}
    </div>
  );
  return companies.length === 1 ? (
    mark
  ) : (
    <CompanySwitcher title={title} screen={screen} narrow={narrow}>
      {mark}
    </CompanySwitcher>
  );
}
