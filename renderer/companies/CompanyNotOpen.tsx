import { Button, makeStyles } from '@fluentui/react-components';
import { useHostAct } from '../api/useAct.ts';
import { FailureMessage } from '../components/FailureMessage.tsx';
import { Loading } from '../components/Loading.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { ReasonedButton } from '../components/ReasonedButton.tsx';
import { navigate } from '../navigation/route.ts';
import { BackupList } from '../screens/settings/backup/BackupList.tsx';
import { useCompanies } from './CompaniesContext.tsx';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', rowGap: '16px', maxWidth: '720px' },
  acts: { display: 'flex', columnGap: '8px' },
});

/** In place of the screens of a company that could not be opened: why, and the way out. */
export function CompanyNotOpen() {
  const styles = useStyles();
  const { current } = useCompanies();
  const act = useHostAct('companies.open');
  if (current.state === 'opening') return <Loading label={`Opening ${current.name}`} />;
  return (
    <>
      <PageHeader title={current.name} sentence="This company could not be opened. Nothing of it was changed." />
      <div className={styles.body}>
        {current.failure === null ? null : <FailureMessage failure={current.failure} />}
        {act.failure === null ? null : <FailureMessage failure={act.failure} />}
        <div className={styles.acts}>
          <ReasonedButton
            appearance="primary"
            reason={act.busy ? 'This is being done.' : null}
            onClick={() => void act.run({ id: current.id })}
          >
            Try again
          </ReasonedButton>
          <Button onClick={() => navigate('#/settings/companies')}>Companies</Button>
        </div>
        {current.failure?.code === 'store.damaged' ? <BackupList id={current.id} name={current.name} /> : null}
      </div>
    </>
  );
}
