import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Home } from '../hosts/homeFolder.ts';
import { askAtHome } from '../hosts/homeSocket.ts';
import { type Ask, createAsk } from './ask.ts';
import { openPlumbline } from './openPlumbline.ts';
import type { Call } from './verb.ts';

export type Reached = {
  /** Answers `home.status`, `sync.now` and `diagnostics.run`. */
  readonly ask: Ask;
  /** Whether it was running before this command. */
  readonly running: boolean;
  readonly close: () => Promise<void>;
};

/** The Plumbline that runs on this home folder; else one put together for this command, whose timers do not run. */
export async function reachPlumbline(call: Call, home: Home): Promise<Result<Reached>> {
  const there = await askAtHome(home.folder, { ask: 'engine', channel: 'home.status', payload: {} });
  if (there !== null) {
    const ask = createAsk(
      async (channel, payload) => (await askAtHome(home.folder, { ask: 'engine', channel, payload })) ?? goneReply,
    );
    return succeed({ ask, running: true, close: async () => undefined });
  }
  const opened = await openPlumbline(call, home);
  if (!opened.ok) return opened;
  const { engine, stop } = opened.value;
  return succeed({ ask: createAsk(engine.request), running: false, close: stop });
}

const goneReply = fail({
  next: 'needsPerson' as const,
  code: 'cli.gone',
  sentence: 'The running Plumbline was stopped while it was asked.',
  remedy: 'Try again.',
});
