import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useAppStore } from '../store/StoreContext.tsx';
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

/** Whose books these are. A sample company says so at all times, and so does one that is only read. */
export function CompanyMark({ narrow }: { readonly narrow: boolean }) {
  const styles = useStyles();
  const info = useAppStore((state) => state.info);
  const marks = [
    ...(info?.companyKind === 'sample' ? ['Sample company'] : []),
    ...(info?.writes === 'readOnly' ? ['Read-only'] : []),
    ...(info?.writes === 'handEntry' ? ['Hand entry'] : []),
  ];
  const title = [info?.company ?? 'Plumbline', ...marks].join(', ');
  return (
    <div className={mergeClasses(styles.mark, narrow && styles.narrow)} title={title}>
      <PlumbMark />
      {narrow ? null : (
        <div className={styles.words}>
          <span className={styles.company}>{info?.company ?? 'Plumbline'}</span>
          {marks.map((mark) => (
            <Badge key={mark} appearance="tint" color="informative" size="small">
              {mark}
            </Badge>
          ))}
        </div>
      )}
    </div>
  );
}
