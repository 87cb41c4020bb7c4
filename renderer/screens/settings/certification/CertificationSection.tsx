import { makeStyles } from '@fluentui/react-components';
import { assertNever } from '#shared/domain/failure.ts';
import { useRequest } from '../../../api/useRequest.ts';
import { Asked } from '../../../components/Asked.tsx';
import { SectionHeading } from '../SectionHeading.tsx';
import { BeginStep } from './BeginStep.tsx';
import { CaseList } from './CaseList.tsx';
import { CertificateList } from './CertificateList.tsx';
import type { Comparison } from './comparison.ts';
import { FinishedStep } from './FinishedStep.tsx';
import { JudgingStep } from './JudgingStep.tsx';
import { TypingStep } from './TypingStep.tsx';

const useStyles = makeStyles({ parts: { display: 'flex', flexDirection: 'column', rowGap: '24px' } });

/** The guided comparison of Plumbline with hand entry, and the certificates that it leads to. */
export function CertificationSection() {
  const styles = useStyles();
  const asked = useRequest('certification.get', {}, ['settings']);
  return (
    <>
      <SectionHeading title="Certificates">
        Before Plumbline writes into a real company, it is compared with Sage itself on Sage’s Sample Company: you type
        an example, Plumbline writes the same, and every row of every table is compared.
      </SectionHeading>
      <div className={styles.parts}>
        <CertificateList />
        <Asked asked={asked} label="Looking for a comparison that is under way">
          {(comparison) => <Step comparison={comparison} />}
        </Asked>
      </div>
    </>
  );
}

function Step({ comparison }: { readonly comparison: Comparison }) {
  const { state } = comparison;
  switch (state.name) {
    case 'idle':
      return <BeginStep />;
    case 'typing':
      return (
        <>
          <CaseList cases={comparison.cases} current={state.caseIndex} />
          <TypingStep key={state.caseIndex} comparison={comparison} />
        </>
      );
    case 'judging':
      return (
        <>
          <CaseList cases={comparison.cases} current={state.caseIndex} />
          <JudgingStep
            state={state}
            uncompared={comparison.uncompared}
            last={state.caseIndex === comparison.cases.length - 1}
          />
        </>
      );
    case 'finished':
      return (
        <>
          <CaseList cases={comparison.cases} current={comparison.cases.length} />
          <FinishedStep />
        </>
      );
    default:
      return assertNever(state);
  }
}
