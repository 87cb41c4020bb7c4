import type { ReactNode } from 'react';
import { assertNever } from '#shared/domain/failure.ts';
import { AboutSection } from './AboutSection.tsx';
import { BackupSection } from './backup/BackupSection.tsx';
import { ClearstorySection } from './ClearstorySection.tsx';
import { CertificationSection } from './certification/CertificationSection.tsx';
import { DefaultsSection } from './DefaultsSection.tsx';
import { DiagnosticsSection } from './DiagnosticsSection.tsx';
import { OfficeSection } from './OfficeSection.tsx';
import { ProcoreSection } from './ProcoreSection.tsx';
import { SageSection } from './SageSection.tsx';
import { SchedulesSection } from './SchedulesSection.tsx';
import type { SectionProps } from './sectionProps.ts';
import type { InstallationSectionId, SectionId } from './settingsSections.ts';
import { WriteBackSection } from './WriteBackSection.tsx';
import { WritingSection } from './WritingSection.tsx';

/** The section that the route names, of those that are about one company. */
export function SettingsSection({
  section,
  ...props
}: SectionProps & { readonly section: Exclude<SectionId, InstallationSectionId> }): ReactNode {
  switch (section) {
    case 'sage':
      return <SageSection {...props} />;
    case 'writing':
      return <WritingSection {...props} />;
    case 'certificates':
      return <CertificationSection />;
    case 'clearstory':
      return <ClearstorySection {...props} />;
    case 'procore':
      return <ProcoreSection {...props} />;
    case 'schedules':
      return <SchedulesSection {...props} />;
    case 'defaults':
      return <DefaultsSection {...props} />;
    case 'write-back':
      return <WriteBackSection {...props} />;
    case 'office':
      return <OfficeSection {...props} />;
    case 'backup':
      return <BackupSection {...props} />;
    case 'diagnostics':
      return <DiagnosticsSection />;
    case 'about':
      return <AboutSection />;
    default:
      return assertNever(section);
  }
}
