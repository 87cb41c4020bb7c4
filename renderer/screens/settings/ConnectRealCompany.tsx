import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  heading: { margin: '0 0 4px' },
  steps: { margin: '0 0 8px', paddingLeft: '20px', '& li': { marginBottom: '4px' } },
  example: {
    margin: 0,
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

const example = `{
  "company": { "id": "acme", "name": "Acme Builders" },
  "sage": {
    "kind": "odbc",
    "dialect": "mssql",
    "connection": { "server": "OFFICE\\\\SAGE100CON", "database": "Acme Builders" }
  },
  "clearstory": { "baseUrl": "https://web-api.clearstory.build" }
}`;

/** How the sample company is left for one's own: work for IT, done outside the screens. */
export function ConnectRealCompany() {
  const styles = useStyles();
  return (
    <section aria-label="Connect your own company">
      <Subtitle2 as="h3" className={styles.heading}>
        Connect your own company
      </Subtitle2>
      <ol className={styles.steps}>
        <li>
          Ask IT for a configuration file like the one below. The guide for IT,{' '}
          <span className={styles.code}>it.md</span> in the help folder, describes every key, the rights in Sage that
          are needed, and where passwords go.
        </li>
        <li>
          Start Plumbline with <span className={styles.code}>--config</span> and the path of that file.
        </li>
        <li>Come back here and press Test. What you did with the sample company stays apart from your own.</li>
      </ol>
      <pre className={styles.example}>{example}</pre>
    </section>
  );
}
