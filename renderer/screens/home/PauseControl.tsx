import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Pause20Regular, Play20Regular } from '@fluentui/react-icons';
import type { HomeStatus } from '#shared/contract/home.ts';
import type { Result } from '#shared/domain/failure.ts';
import { pauseEnds } from '#shared/domain/pauseEnds.ts';
import { useAct } from '../../api/useAct.ts';
import { instantWords } from '../../components/instantWords.ts';
import { useToast } from '../../components/Toasts.tsx';
import { useAppStore, useRefreshStatus } from '../../store/StoreContext.tsx';
import { useNow } from '../../store/useNow.ts';

/** Pauses all runs until a chosen time, or lets them go on. */
export function PauseControl({ home }: { readonly home: HomeStatus }) {
  const pause = useAct('sync.pause');
  const resume = useAct('sync.resume');
  const toast = useToast();
  const refreshStatus = useRefreshStatus();
  const now = useNow();
  const timeZone = useAppStore((state) => state.info?.timeZone) ?? 'UTC';
  const tell = (answer: Result<unknown>, sentence: string) => {
    refreshStatus();
    if (answer.ok) toast(sentence);
    else toast(answer.failure.sentence, 'error', answer.failure.remedy);
  };
  if (home.pausedUntil !== null) {
    return (
      <Button
        icon={<Play20Regular />}
        disabledFocusable={resume.busy}
        onClick={async () => tell(await resume.run({}), 'Runs go on.')}
      >
        Resume
      </Button>
    );
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<Pause20Regular />} disabledFocusable={pause.busy}>
          Pause
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {pauseEnds(now, timeZone).map(({ label, until }) => (
            <MenuItem
              key={label}
              onClick={async () => tell(await pause.run({ until }), `Paused until ${instantWords(until, timeZone)}.`)}
            >
              {label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
