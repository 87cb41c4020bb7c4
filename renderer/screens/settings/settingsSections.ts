/** The sections in the order of their list, first those about one company; `id` is the second part of the route. */
export const settingsSections = [
  { id: 'sage', label: 'Sage 100 Contractor' },
  { id: 'writing', label: 'Writing into Sage' },
  { id: 'certificates', label: 'Certificates' },
  { id: 'clearstory', label: 'Clearstory' },
  { id: 'procore', label: 'Procore' },
  { id: 'schedules', label: 'Schedules' },
  { id: 'defaults', label: 'Defaults for new mappings' },
  { id: 'write-back', label: 'Write-back' },
  { id: 'office', label: 'Office' },
  { id: 'backup', label: 'Backup' },
  { id: 'companies', label: 'Companies' },
  { id: 'desktop', label: 'This computer' },
  { id: 'network', label: 'Network' },
  { id: 'alarms', label: 'Alarms' },
  { id: 'diagnostics', label: 'Diagnostics' },
  { id: 'about', label: 'About' },
] as const;

export type SectionId = (typeof settingsSections)[number]['id'];

/** Sections about the installation: they need no open company. */
export type InstallationSectionId = Extract<SectionId, 'companies' | 'desktop' | 'network' | 'alarms'>;

export function isOfInstallation(id: SectionId): id is InstallationSectionId {
  return id === 'companies' || id === 'desktop' || id === 'network' || id === 'alarms';
}
