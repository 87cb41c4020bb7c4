import { useAct } from '../../api/useAct.ts';
import { TestSteps, type TestWishes } from './TestSteps.tsx';

type Props = TestWishes & {
  readonly side: 'sage' | 'clearstory' | 'procore';
  readonly name: string;
  /** What has to be known before testing, e.g. that something is not saved; null for nothing. */
  readonly note: string | null;
};

/** Tries the connection that is saved. */
export function ConnectionTest({ side, name, note, ...wishes }: Props) {
  const test = useAct('settings.test');
  const onTest = async () => {
    const answer = await test.run({ side });
    return answer.ok ? answer.value.checks : null;
  };
  return <TestSteps name={name} note={note} busy={test.busy} failure={test.failure} onTest={onTest} {...wishes} />;
}
