import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { ProcoreConnection } from './procore/ProcoreConnection.tsx';
import { ProcoreRulesForm } from './procore/ProcoreRulesForm.tsx';
import { SectionHeading } from './SectionHeading.tsx';
import type { SectionProps } from './sectionProps.ts';
import { useReportDirty } from './useReportDirty.ts';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: '28px' },
});

/** Which company of Procore, the credentials that open it, and the rules by which items cross. */
export function ProcoreSection({ value, onDirty }: SectionProps) {
  const styles = useStyles();
  const [connectionDirty, setConnectionDirty] = useState(false);
  const [rulesDirty, setRulesDirty] = useState(false);
  const dirty = connectionDirty || rulesDirty;
  useReportDirty(dirty, onDirty);
  return (
    <>
      <SectionHeading title="Procore">
        Projects, vendors, budgets, commitments, change orders and subcontractor invoices come from here. Plumbline logs
        in with the credentials of a data connection app that your Procore administrator installs.
      </SectionHeading>
      <div className={styles.parts}>
        <ProcoreConnection value={value} onDirty={setConnectionDirty} blocked={rulesDirty} />
        <ProcoreRulesForm value={value} onDirty={setRulesDirty} />
      </div>
    </>
  );
}
