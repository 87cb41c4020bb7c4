import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular, Box20Regular } from '@fluentui/react-icons';
import { BusyIcon } from '../../../components/BusyIcon.tsx';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { useToast } from '../../../components/Toasts.tsx';
import { useSupportPackage } from './useSupportPackage.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  line: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px 12px' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  files: { width: '100%', borderCollapse: 'collapse', '& th, & td': { textAlign: 'left', padding: '4px 12px 4px 0' } },
  size: { textAlign: 'right !important' as 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  preview: {
    margin: 0,
    padding: '8px 12px',
    maxHeight: '360px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** One ZIP file for support: first everything that would be in it, then the file itself. */
export function SupportPackageSection() {
  const styles = useStyles();
  const toast = useToast();
  const support = useSupportPackage();
  const { shown, preview } = support;
  const save = async () => {
    if (await support.save())
      toast('The package is saved.', 'success', 'Attach it to your message to support. Nothing was sent by itself.');
  };
  return (
    <section className={styles.section} aria-label="Package for support">
      <Subtitle2 as="h3" className={styles.heading}>
        For support
      </Subtitle2>
      <Text className={styles.quiet}>
        One file with the self-checks, the log, the set-up and counts of what is kept. It holds no secrets, no amounts
        and no names. You see what is in it first; nothing is sent by itself.
      </Text>
      <div className={styles.line}>
        <Button icon={support.busy ? <BusyIcon /> : <Box20Regular />} onClick={support.prepare}>
          {support.busy ? 'Packing …' : shown === null ? 'Pack for support' : 'Pack again'}
        </Button>
        {shown === null ? null : (
          <Button appearance="primary" icon={support.saving ? <BusyIcon /> : <ArrowDownload20Regular />} onClick={save}>
            Save {shown.name} ({kilobytes(shown.bytes)})
          </Button>
        )}
      </div>
      {support.failure === null ? null : <FailureMessage failure={support.failure} onRetry={support.prepare} />}
      {shown === null ? null : (
        <>
          <table className={styles.files} aria-label="What would be sent">
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col" className={styles.size}>
                  Size
                </th>
                <th scope="col">What is in it</th>
              </tr>
            </thead>
            <tbody>
              {shown.files.map(({ name, bytes, what }) => (
                <tr key={name}>
                  <td>
                    <Button
                      size="small"
                      appearance={preview?.name === name ? 'outline' : 'transparent'}
                      aria-label={`Show ${name}`}
                      onClick={() => support.look(name)}
                    >
                      {name}
                    </Button>
                  </td>
                  <td className={styles.size}>{kilobytes(bytes)}</td>
                  <td>{what}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {preview === null ? null : (
            <>
              {preview.cut ? <Text>The file is long: this is its end, with the newest lines.</Text> : null}
              {/* Long texts scroll, so they are reached by the keyboard. */}
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable */}
              <section className={styles.preview} aria-label={`Content of ${preview.name}`} tabIndex={0}>
                {preview.text}
              </section>
            </>
          )}
          <Subtitle2 as="h4" className={styles.heading}>
            Left out
          </Subtitle2>
          <ul className={styles.list} aria-label="Left out">
            {shown.leftOut.map(({ what, why }) => (
              <li key={what}>
                <Text weight="semibold">{what}.</Text> {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function kilobytes(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${Math.ceil(bytes / 1024).toLocaleString('en-US')} kB`;
}
