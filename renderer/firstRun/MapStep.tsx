import { Link, MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { ProjectList } from '../screens/projects/ProjectList.tsx';
import { useAppStore } from '../store/StoreContext.tsx';
import { doneSteps, hashOf } from './firstRunSteps.ts';
import { useEndFirstRun } from './SetUpLater.tsx';
import { StepFrame } from './StepFrame.tsx';

const useStyles = makeStyles({ bar: { whiteSpace: 'normal' } });

/** The end of setting up: one project of a cloud is tied to its job in Sage. */
export function MapStep() {
  const styles = useStyles();
  const home = useAppStore((state) => state.home);
  const { busy, end } = useEndFirstRun();
  const mapped = doneSteps(home, 'map').has('map');
  const procore = home?.sides.some(({ side }) => side === 'procore') ?? false;
  const clearstory = home?.sides.some(({ side }) => side === 'clearstory') ?? false;
  return (
    <StepFrame
      step="map"
      wide
      sentence="Open a project, press Edit, and choose its job in Sage. A likely job is suggested; nothing is taken without you."
      next={{
        word: 'Finish',
        reason: busy ? 'This is being done.' : mapped ? null : 'Map a project first, or choose “Set up later” above.',
        onNext: () => end('finished'),
      }}
    >
      {mapped ? (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody className={styles.bar}>
            <MessageBarTitle>Your first project is mapped.</MessageBarTitle>
            Its change order requests are in the log now. Press Finish, or map another one.
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {procore ? (
        <span>
          Projects of Procore are linked with their jobs on the <Link href="#/procore/project">Procore screen</Link>.
        </span>
      ) : null}
      {clearstory ? <ProjectList tab="notMapped" path={hashOf('map')} /> : null}
    </StepFrame>
  );
}
