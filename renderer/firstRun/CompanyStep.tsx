import { CompoundButton, makeStyles } from '@fluentui/react-components';
import { BuildingFactory24Regular, BuildingRetailToolbox24Regular, Play24Regular } from '@fluentui/react-icons';
import { useHostApi } from '../api/HostApiContext.tsx';
import { useHostAct } from '../api/useAct.ts';
import { useCompanies } from '../companies/CompaniesContext.tsx';
import { FailureMessage } from '../components/FailureMessage.tsx';
import { navigate } from '../navigation/route.ts';
import { isPractice } from './practiceCompany.ts';
import { StepFrame } from './StepFrame.tsx';
import { useGoToCompany } from './useGoToCompany.ts';

const useStyles = makeStyles({
  answers: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(340px, 1fr))', gap: '12px' },
  answer: { justifyContent: 'flex-start', maxWidth: 'none', textAlign: 'left', alignItems: 'flex-start' },
});

const setByWords = {
  policy: 'set up for you by your organisation: you only confirm it',
  file: 'set up in the configuration file: you only confirm it',
  screen: 'entered already, here or by IT: you only confirm it',
  sample: '',
} as const;

const sampleName = 'Cascade Ridge Builders';

/** The first question. What IT prepared stands first, and is only confirmed. */
export function CompanyStep() {
  const styles = useStyles();
  const host = useHostApi();
  const add = useHostAct('companies.add');
  const { companies } = useCompanies();
  const sample = companies.find(isPractice);
  const prepared = companies.filter((company) => !isPractice(company));
  const take = useGoToCompany('connection');
  const tryIt = async () => {
    if (sample !== undefined) return take(sample.id);
    const free = await host.request('companies.proposeId', { name: sampleName });
    if (!free.ok) return;
    const { id } = free.value;
    const added = await add.run({ id, name: sampleName, sage: { kind: 'sample' }, password: null, takeUp: false });
    if (added.ok) take(id);
  };
  return (
    <StepFrame
      step="company"
      sentence="Both can be had side by side; nothing of one company is ever seen in another."
      next={null}
    >
      {add.failure === null ? null : <FailureMessage failure={add.failure} />}
      <div className={styles.answers}>
        {prepared.map((company) => (
          <CompoundButton
            key={company.id}
            appearance="primary"
            className={styles.answer}
            icon={<BuildingFactory24Regular />}
            secondaryContent={`${company.place}, ${setByWords[company.origin]}`}
            onClick={() => take(company.id)}
          >
            {`Use ${company.name}`}
          </CompoundButton>
        ))}
        <CompoundButton
          appearance={prepared.length === 0 ? 'primary' : 'secondary'}
          className={styles.answer}
          icon={<Play24Regular />}
          secondaryContent="With practice clouds on this computer. Nothing in it is real, and nothing has to be installed"
          onClick={() => void tryIt()}
        >
          Try it with the sample company
        </CompoundButton>
        <CompoundButton
          className={styles.answer}
          icon={<BuildingRetailToolbox24Regular />}
          secondaryContent="Sage 100 Contractor on SQL Server. Plumbline only reads it until you decide otherwise"
          onClick={() => navigate('#/first-run/connect')}
        >
          {prepared.length === 0 ? 'Connect my own company' : 'Connect another company'}
        </CompoundButton>
      </div>
    </StepFrame>
  );
}
