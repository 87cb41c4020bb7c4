import type { HostRequestOf } from '#shared/contract/companies.ts';
import { useHostAct } from '../api/useAct.ts';
import { ReasonedButton } from '../components/ReasonedButton.tsx';
import { useToast } from '../components/Toasts.tsx';
import { navigate } from '../navigation/route.ts';

/** Ends the first run, so that it does not open by itself any more, and goes to Home. Not being able to keep that holds nobody up. */
export function useEndFirstRun(): { readonly busy: boolean; end(how: HostRequestOf<'firstRun.end'>['how']): void } {
  const act = useHostAct('firstRun.end');
  const toast = useToast();
  const end = async (how: HostRequestOf<'firstRun.end'>['how']) => {
    const answer = await act.run({ how });
    if (!answer.ok) toast(answer.failure.sentence, 'warning', answer.failure.remedy);
    navigate('#/home');
  };
  return { busy: act.busy, end: (how) => void end(how) };
}

export function SetUpLater() {
  const { busy, end } = useEndFirstRun();
  return (
    <ReasonedButton reason={busy ? 'This is being done.' : null} onClick={() => end('dismissed')}>
      Set up later
    </ReasonedButton>
  );
}
