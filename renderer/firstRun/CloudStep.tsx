import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useRequest } from '../api/useRequest.ts';
import { useCompanies } from '../companies/CompaniesContext.tsx';
import { Asked } from '../components/Asked.tsx';
import { LocksProvider } from '../components/Lockable.tsx';
import { navigate, useRoute } from '../navigation/route.ts';
import { ClearstorySection } from '../screens/settings/ClearstorySection.tsx';
import { ConnectionTest } from '../screens/settings/ConnectionTest.tsx';
import { PracticeNote } from '../screens/settings/PracticeNote.tsx';
import { ProcoreConnection } from '../screens/settings/procore/ProcoreConnection.tsx';
import type { SectionProps } from '../screens/settings/sectionProps.ts';
import type { StepProps } from './FirstRunScreen.tsx';
import { hashOf } from './firstRunSteps.ts';
import { isPractice } from './practiceCompany.ts';
import { StepFrame } from './StepFrame.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: '24px' },
  tabs: { marginLeft: '-10px' },
});

/** The third question: Clearstory, Procore or both, each tried; the sample company has both to practise with. */
export function CloudStep({ onDirty }: StepProps) {
  const styles = useStyles();
  const { current } = useCompanies();
  const settings = useRequest('settings.get', {}, ['settings', 'status']);
  const practice = isPractice(current);
  return (
    <StepFrame
      step="cloud"
      sentence={
        practice
          ? 'The sample company comes with a practice Clearstory and a practice Procore. They run on this computer and have their keys already.'
          : 'Either, or both. What you store here is tried at once; the other one can be added later under Settings.'
      }
    >
      <Asked asked={settings} label="Reading the settings">
        {(value) => (
          <LocksProvider value={value.locks}>
            <div className={styles.parts}>
              {practice ? <PracticeClouds value={value} /> : <RealClouds value={value} onDirty={onDirty} />}
            </div>
          </LocksProvider>
        )}
      </Asked>
    </StepFrame>
  );
}

function PracticeClouds({ value }: Pick<SectionProps, 'value'>) {
  const { clearstory, procore } = value.settings;
  return (
    <>
      <PracticeNote address={clearstory.baseUrl} />
      <ConnectionTest side="clearstory" name="Clearstory" note={null} atOnce />
      {procore.companyId === '' ? null : <ConnectionTest side="procore" name="Procore" note={null} atOnce />}
    </>
  );
}

function RealClouds({ value, onDirty }: SectionProps) {
  const styles = useStyles();
  const { query } = useRoute();
  const which = query.get('which') === 'procore' ? 'procore' : 'clearstory';
  return (
    <>
      <TabList
        className={styles.tabs}
        aria-label="Cloud"
        selectedValue={which}
        onTabSelect={(_, data) => navigate(`${hashOf('cloud')}?which=${String(data.value)}`)}
      >
        <Tab value="clearstory" id="cloud-clearstory" aria-controls="cloud-panel">
          Clearstory: change orders
        </Tab>
        <Tab value="procore" id="cloud-procore" aria-controls="cloud-panel">
          Procore: projects, budgets, commitments, invoices
        </Tab>
      </TabList>
      <div className={styles.parts} role="tabpanel" id="cloud-panel" aria-labelledby={`cloud-${which}`}>
        {which === 'clearstory' ? (
          <ClearstorySection value={value} onDirty={onDirty} />
        ) : (
          <ProcoreConnection value={value} onDirty={onDirty} />
        )}
      </div>
    </>
  );
}
