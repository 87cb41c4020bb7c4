import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { CheckResult } from '#shared/contract/settings.ts';
import { ConnectionForm } from '../components/connection/ConnectionForm.tsx';
import { connectionProblems, serverOf } from '../components/connection/connectionDraft.ts';
import { CompanyFields } from '../screens/settings/companies/CompanyFields.tsx';
import { DraftTest } from '../screens/settings/companies/DraftTest.tsx';
import { useCompanyForm } from '../screens/settings/companies/useCompanyForm.ts';
import type { StepProps } from './FirstRunScreen.tsx';
import { AskIt } from './forIt/AskIt.tsx';
import { StepFrame } from './StepFrame.tsx';
import { useGoToCompany } from './useGoToCompany.ts';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: '16px', '@media print': { display: 'none' } },
});

/** The second question for a company that is not known here yet: entered, tried, and kept. */
export function NewCompanyStep({ onDirty }: StepProps) {
  const styles = useStyles();
  const [found, setFound] = useState<readonly CheckResult[] | null>(null);
  const goTo = useGoToCompany('cloud');
  const form = useCompanyForm(null, onDirty, ({ id }) => goTo(id));
  const { connection } = form.draft;
  const { machine, database } = connectionProblems(connection, true);
  const wrong = machine ?? database ?? null;
  return (
    <StepFrame
      step="connection"
      sentence="Name the company, say where its database is and who logs in, and try it. Plumbline reads; it writes nothing until you decide so."
      next={{ word: 'Save and continue', reason: form.busy ? 'This is being done.' : null, onNext: form.save }}
    >
      <div className={styles.parts}>
        <CompanyFields company={null} form={form} />
        <ConnectionForm
          draft={connection}
          problems={form.problems.connection}
          passwordStored={false}
          onChange={(changed) => form.change({ connection: changed })}
        />
        <DraftTest id={null} form={form} onFound={setFound} />
      </div>
      <AskIt
        about={
          wrong === null
            ? {
                server: serverOf(connection),
                database: connection.database.trim(),
                user: connection.authentication === 'sql' ? connection.user.trim() : null,
              }
            : null
        }
        found={found}
      />
    </StepFrame>
  );
}
