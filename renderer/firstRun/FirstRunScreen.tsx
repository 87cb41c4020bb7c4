import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../components/ConfirmDialog.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { useRoute } from '../navigation/route.ts';
import { useLeaveGuard } from '../navigation/useLeaveGuard.ts';
import { CutOff } from '../screens/home/CutOff.tsx';
import { useAppStore } from '../store/StoreContext.tsx';
import { CloudStep } from './CloudStep.tsx';
import { CompanyStep } from './CompanyStep.tsx';
import { ConnectionStep } from './ConnectionStep.tsx';
import { doneSteps, type FirstRunStep, firstRunSteps } from './firstRunSteps.ts';
import { MapStep } from './MapStep.tsx';
import { NewCompanyStep } from './NewCompanyStep.tsx';
import { ReadingStep } from './ReadingStep.tsx';
import { SetUpLater } from './SetUpLater.tsx';
import { StepBar } from './StepBar.tsx';

const useStyles = makeStyles({ frame: { '@media print': { display: 'none' } } });

/** Of a company that is still being entered nothing is done yet. */
const onlyNamed: ReadonlySet<FirstRunStep> = new Set(['company']);

/** What every step gets that has something to enter. */
export type StepProps = { readonly onDirty: (dirty: boolean) => void };

const bodies: Readonly<Record<FirstRunStep, (props: StepProps) => React.ReactNode>> = {
  company: CompanyStep,
  connection: ConnectionStep,
  cloud: CloudStep,
  reading: ReadingStep,
  map: MapStep,
};

/** From nothing to the first mapped project: three questions, the first reading, and the mapping. Each step can be left and taken up again. */
export function FirstRunScreen() {
  const styles = useStyles();
  const { parts } = useRoute();
  const home = useAppStore((state) => state.home);
  const [dirty, setDirty] = useState(false);
  const guard = useLeaveGuard(dirty);
  // A company that is still being entered has no connection yet that could be shown.
  const entering = parts[0] === 'connect';
  const step = entering ? 'connection' : (firstRunSteps.find(({ id }) => id === parts[0])?.id ?? 'company');
  const Body = entering ? NewCompanyStep : bodies[step];
  return (
    <>
      <div className={styles.frame}>
        <PageHeader
          title="Set up Plumbline"
          sentence="Three questions, the first reading, and your first project. Leave whenever you like: Home keeps what is left to do."
          actions={<SetUpLater />}
        />
        <CutOff />
        <StepBar step={step} done={entering ? onlyNamed : doneSteps(home, step)} />
      </div>
      <Body key={parts[0] ?? ''} onDirty={setDirty} />
      <ConfirmDialog
        open={guard.asking}
        title="Discard what you have entered?"
        sentence="What you entered in this step has not been saved."
        confirmWord="Discard"
        onConfirm={guard.leave}
        onClose={guard.stay}
      />
    </>
  );
}
