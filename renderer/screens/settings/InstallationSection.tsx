import type { ReactNode } from 'react';
import { assertNever } from '#shared/domain/failure.ts';
import { AlarmsSection } from './alarms/AlarmsSection.tsx';
import { CompaniesSection } from './companies/CompaniesSection.tsx';
import { DesktopSection } from './desktop/DesktopSection.tsx';
import { NetworkSection } from './network/NetworkSection.tsx';
import type { InstallationSectionId } from './settingsSections.ts';

type Props = { readonly section: InstallationSectionId; readonly onDirty: (dirty: boolean) => void };

/** The section of the settings that is open, of those about the installation. */
export function InstallationSection({ section, onDirty }: Props): ReactNode {
  switch (section) {
    case 'companies':
      return <CompaniesSection onDirty={onDirty} />;
    case 'desktop':
      return <DesktopSection onDirty={onDirty} />;
    case 'network':
      return <NetworkSection onDirty={onDirty} />;
    case 'alarms':
      return <AlarmsSection onDirty={onDirty} />;
    default:
      return assertNever(section);
  }
}
