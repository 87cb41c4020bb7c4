import { Link, MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useCompanies } from '../../companies/CompaniesContext.tsx';
import { Facts } from '../../components/Facts.tsx';
import { InstantText } from '../../components/InstantText.tsx';
import { useAppStore } from '../../store/StoreContext.tsx';
import { CatalogDifferences } from './CatalogDifferences.tsx';
import { ConnectionTest } from './ConnectionTest.tsx';
import { ConnectRealCompany } from './ConnectRealCompany.tsx';
import { SageConnectionForm } from './companies/SageConnectionForm.tsx';
import { SectionHeading } from './SectionHeading.tsx';
import type { SectionProps } from './sectionProps.ts';
import { TrustNotice } from './TrustNotice.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: '20px' },
  bar: { whiteSpace: 'normal' },
});

const writeWords = {
  direct: 'Plumbline writes: approved change orders are read back and compared',
  handEntry: 'Hand entry: a person types approved change orders into Sage',
  readOnly: 'Read-only: nothing is written to this company',
} as const;

const heldBack = 'Plumbline is to write, but writes are held back: Home and Writing into Sage say why';

/** Whose books these are, how they are reached, and what Plumbline may do with them. */
export function SageSection({ value, onDirty }: SectionProps) {
  const styles = useStyles();
  const { company, server, kind } = value.sage;
  const { current } = useCompanies();
  const writes = useAppStore((state) => state.info?.writes);
  const hindered = useAppStore((state) => state.home?.hindered ?? null);
  const sage = useAppStore((state) => state.home?.sides.find(({ side }) => side === 'sage'));
  return (
    <>
      <SectionHeading title="Sage 100 Contractor">
        The company whose change orders Plumbline keeps, and how its database is reached.
      </SectionHeading>
      <div className={styles.parts}>
        {kind === 'sample' ? (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody className={styles.bar}>
              <MessageBarTitle>This is the sample company.</MessageBarTitle>
              Nothing you do here touches real books. Try everything.
            </MessageBarBody>
          </MessageBar>
        ) : writes === 'readOnly' && hindered === null ? (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody className={styles.bar}>
              <MessageBarTitle>This company is connected read-only.</MessageBarTitle>
              Change orders can be prepared and reviewed row by row, but not pushed. How they get into Sage is chosen
              under <Link href="#/settings/writing">Writing into Sage</Link>.
            </MessageBarBody>
          </MessageBar>
        ) : null}
        <TrustNotice company={current} timeZone={value.settings.timeZone} />
        <Facts
          title="Company"
          facts={[
            ['Company', company],
            ['Server', server === '' ? 'Not known until the first contact' : server],
            ['Kind', kind === 'sample' ? 'Sample company' : 'Company on SQL Server'],
            ...(writes === undefined
              ? []
              : ([['Writing', hindered === null ? writeWords[writes] : heldBack]] as const)),
            ['Last heard', <InstantText key="heard" instant={sage?.lastHeard ?? null} none="Not yet" />],
            ...(sage === undefined ? [] : ([['Last reading', sage.sentence]] as const)),
            [
              'Runs',
              <Link key="runs" href="#/home">
                Every run of the last day, on Home
              </Link>,
            ],
          ]}
        />
        {current.entered?.kind === 'odbc' ? (
          <SageConnectionForm key={JSON.stringify(current.entered)} company={current} onDirty={onDirty} />
        ) : (
          <ConnectionTest side="sage" name="Sage 100 Contractor" note={null} />
        )}
        <CatalogDifferences catalog={value.sage.catalog} />
        {kind === 'sample' ? <ConnectRealCompany /> : null}
      </div>
    </>
  );
}
