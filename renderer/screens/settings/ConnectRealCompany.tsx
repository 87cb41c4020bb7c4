import { Link, makeStyles, Subtitle2 } from '@fluentui/react-components';

const useStyles = makeStyles({
  heading: { margin: '0 0 4px' },
  steps: { margin: 0, paddingLeft: '20px', '& li': { marginBottom: '4px' } },
});

/** How one's own company comes beside the sample company. */
export function ConnectRealCompany() {
  const styles = useStyles();
  return (
    <section aria-label="Connect your own company">
      <Subtitle2 as="h3" className={styles.heading}>
        Connect your own company
      </Subtitle2>
      <ol className={styles.steps}>
        <li>
          Add it under <Link href="#/settings/companies">Companies</Link>: the server, the database, and who logs in. It
          stays apart from the sample company.
        </li>
        <li>Press Test there. Every step says what was found, and what IT has to do where one fails.</li>
        <li>
          For computers where nobody sits, IT can say the same in a configuration file. The guide for IT describes{' '}
          <Link href="#/help/it-settings">every key</Link> and{' '}
          <Link href="#/help/it-sage/rights-in-sage">the rights in Sage</Link> that are needed.
        </li>
      </ol>
    </section>
  );
}
