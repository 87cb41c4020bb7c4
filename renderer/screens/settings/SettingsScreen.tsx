import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useRequest } from '../../api/useRequest.ts';
import { useCompanies } from '../../companies/CompaniesContext.tsx';
import { Asked } from '../../components/Asked.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { LocksProvider } from '../../components/Lockable.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useRoute } from '../../navigation/route.ts';
import { useLeaveGuard } from '../../navigation/useLeaveGuard.ts';
import { InstallationSection } from './InstallationSection.tsx';
import { SectionList } from './SectionList.tsx';
import { SettingsSection } from './SettingsSection.tsx';
import { isOfInstallation, settingsSections } from './settingsSections.ts';

const useStyles = makeStyles({
  // A list of sections beside the open one.
  columns: { display: 'grid', gridTemplateColumns: '236px minmax(0, 1fr)', columnGap: '24px', flexGrow: 1 },
  // Forms keep a readable width however wide the window is.
  panel: { minWidth: 0, maxWidth: '860px', display: 'flex', flexDirection: 'column' },
});

export function SettingsScreen() {
  const styles = useStyles();
  const { parts } = useRoute();
  const { current } = useCompanies();
  const [dirty, setDirty] = useState(false);
  const guard = useLeaveGuard(dirty);
  const settings = useRequest('settings.get', {}, ['settings', 'status']);
  const { id, label } = settingsSections.find((one) => one.id === parts[0]) ?? settingsSections[0];
  return (
    <>
      <PageHeader
        title="Settings"
        sentence={`How Plumbline works ${isOfInstallation(id) ? 'on this computer' : `for ${current.name}`}. Changes count from the moment they are saved.`}
      />
      <div className={styles.columns}>
        <SectionList current={id} />
        <div className={styles.panel}>
          {isOfInstallation(id) ? (
            <InstallationSection section={id} onDirty={setDirty} />
          ) : (
            <Asked asked={settings} label="Reading the settings">
              {(value) => (
                <LocksProvider value={value.locks}>
                  <SettingsSection key={id} section={id} value={value} onDirty={setDirty} />
                </LocksProvider>
              )}
            </Asked>
          )}
        </div>
      </div>
      <ConfirmDialog
        open={guard.asking}
        title="Discard what you have entered?"
        sentence={`What you changed under “${label}” has not been saved.`}
        confirmWord="Discard"
        onConfirm={guard.leave}
        onClose={guard.stay}
      />
    </>
  );
}
