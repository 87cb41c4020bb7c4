import { useCompanies } from '../../../companies/CompaniesContext.tsx';
import { SectionHeading } from '../SectionHeading.tsx';
import type { SectionProps } from '../sectionProps.ts';
import { BackupList } from './BackupList.tsx';
import { ProofsPart } from './ProofsPart.tsx';

/** The copies of what Plumbline remembers, and what Sage and Plumbline disagree about after one of them was restored. */
export function BackupSection({ onDirty }: Pick<SectionProps, 'onDirty'>) {
  const { current } = useCompanies();
  return (
    <>
      <SectionHeading title="Backup">
        What Plumbline remembers of this company is backed up every day while it runs. A backup holds no passwords and
        no keys, and nothing of Sage or Clearstory themselves.
      </SectionHeading>
      <ProofsPart />
      <BackupList id={current.id} name={current.name} onDirty={onDirty} />
    </>
  );
}
