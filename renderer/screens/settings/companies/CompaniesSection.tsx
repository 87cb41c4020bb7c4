import { Button, makeStyles } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CompanyView } from '#shared/contract/companies.ts';
import { useCompanies } from '../../../companies/CompaniesContext.tsx';
import { type ListColumn, ListTable } from '../../../components/ListTable.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { toneWords } from '../../../components/toneWords.ts';
import { SectionHeading } from '../SectionHeading.tsx';
import { CompanyPanel } from './CompanyPanel.tsx';

const useStyles = makeStyles({ acts: { marginBottom: '12px' } });

const columns: readonly ListColumn<CompanyView>[] = [
  { id: 'name', header: 'Company', cell: ({ name }) => name, width: 'medium' },
  { id: 'id', header: 'Short name', cell: ({ id }) => id, width: 'medium' },
  { id: 'place', header: 'Books', cell: ({ place }) => place, width: 'grow' },
  {
    id: 'origin',
    header: 'Set by',
    cell: ({ origin }) => (origin === 'file' ? 'A file' : origin === 'policy' ? 'The policy' : 'This list'),
    width: 'narrow',
  },
  { id: 'standing', header: 'How it stands', cell: (company) => <Standing company={company} />, width: 'medium' },
];

/** All companies of this installation, and where one is added, changed or removed. */
export function CompaniesSection({ onDirty }: { readonly onDirty: (dirty: boolean) => void }) {
  const styles = useStyles();
  const { companies } = useCompanies();
  const [open, setOpen] = useState<string | null>(null);
  const chosen = companies.find(({ id }) => id === open) ?? null;
  const close = () => setOpen(null);
  return (
    <>
      <SectionHeading title="Companies">
        Each company has its own books, log, queue, history and settings; nothing of one is ever seen in another. Choose
        the one you work in at the top left.
      </SectionHeading>
      <div className={styles.acts}>
        <Button icon={<Add20Regular />} onClick={() => setOpen('')}>
          Add a company
        </Button>
      </div>
      <ListTable
        label="Companies"
        columns={columns}
        rows={companies}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        onOpen={({ id }) => setOpen(id)}
        openKey={open}
      />
      {open === null || (open !== '' && chosen === null) ? null : (
        <CompanyPanel key={open} company={chosen} onDirty={onDirty} onClose={close} />
      )}
    </>
  );
}

function Standing({ company }: { readonly company: CompanyView }) {
  if (company.state === 'failed') return <StateBadge kind="failed" word="Could not be opened" />;
  if (company.status === null) return <StateBadge kind="working" word="Opening" />;
  const { kind, word } = toneWords[company.status.tone];
  return <StateBadge kind={kind} word={word} />;
}
