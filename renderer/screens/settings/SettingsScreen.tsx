import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useRequest } from '../../api/useRequest.ts';
import { useCompanies } from '../../companies/CompaniesContext.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { LocksProvider } from '../../components/Lockable.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useRoute } from '../../navigation/route.ts';
import { useLeaveGuard } from '../../navigation/useLeaveGuard.ts';
import { AlarmsSection } from './alarms/AlarmsSection.tsx';
import { CompaniesSection } from './companies/CompaniesSection.tsx';
import { DesktopSection } from './desktop/DesktopSection.tsx';
import { NetworkSection } from './network/NetworkSection.tsx';
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
  const section = settingsSections.find(({ id }) => id === parts[0]) ?? settingsSections[0];
  return (
    <>
      <PageHeader
        title="Settings"
        sentence={`How Plumbline works ${isOfInstallation(section.id) ? 'on this computer' : `for ${current.name}`}. Changes count from the moment they are saved.`}
      />
      <div className={styles.columns}>
        <SectionList current={section.id} />
        <div className={styles.panel}>
          {settings.failure === null || isOfInstallation(section.id) ? null : (
            <FailureMessage failure={settings.failure} onRetry={settings.refresh} />
          )}
          {section.id === 'companies' ? (
            <CompaniesSection onDirty={setDirty} />
          ) : section.id === 'alarms' ? (
            <AlarmsSection onDirty={setDirty} />
          ) : section.id === 'desktop' ? (
            <DesktopSection onDirty={setDirty} />
          ) : section.id === 'network' ? (
            <NetworkSection onDirty={setDirty} />
          ) : settings.value !== null ? (
            <LocksProvider value={settings.value.locks}>
              <SettingsSection key={section.id} section={section.id} value={settings.value} onDirty={setDirty} />
            </LocksProvider>
          ) : settings.failure === null ? (
            <Loading label="Reading the settings" />
          ) : null}
        </div>
      </div>
      <ConfirmDialog
        open={guard.asking}
        title="Discard what you have entered?"
        sentence={`What you changed under “${section.label}” has not been saved.`}
        confirmWord="Discard"
        onConfirm={guard.leave}
        onClose={guard.stay}
      />
    </>
  );
}
