import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { CheckResult } from '#shared/contract/settings.ts';
import { useCompanies } from '../companies/CompaniesContext.tsx';
import { FactList } from '../components/FactList.tsx';
import { ConnectionTest } from '../screens/settings/ConnectionTest.tsx';
import { SageConnectionForm } from '../screens/settings/companies/SageConnectionForm.tsx';
import type { StepProps } from './FirstRunScreen.tsx';
import { AskIt } from './forIt/AskIt.tsx';
import { isPractice } from './practiceCompany.ts';
import { StepFrame } from './StepFrame.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: '16px', '@media print': { display: 'none' } },
});

/** The second question, where the company is known: what was entered or prepared, tried at once, and what IT is asked for. */
export function ConnectionStep({ onDirty }: StepProps) {
  const styles = useStyles();
  const { current } = useCompanies();
  const [found, setFound] = useState<readonly CheckResult[] | null>(null);
  const practice = isPractice(current);
  return (
    <StepFrame
      step="connection"
      sentence={
        practice
          ? 'The sample company is part of Plumbline: there is nothing to enter.'
          : 'Plumbline tries each step and says what it found. You can go on with the next question while IT helps with this one.'
      }
    >
      <div className={styles.parts}>
        <FactList
          facts={[
            ['Company', current.name],
            ['Books', current.place],
          ]}
        />
        {current.entered?.kind === 'odbc' ? (
          <SageConnectionForm
            key={JSON.stringify(current.entered)}
            company={current}
            onDirty={onDirty}
            atOnce
            onFound={setFound}
          />
        ) : (
          <ConnectionTest side="sage" name="Sage 100 Contractor" note={null} atOnce onFound={setFound} />
        )}
      </div>
      {practice ? null : <AskIt about={{ company: current.id }} found={found} />}
    </StepFrame>
  );
}
