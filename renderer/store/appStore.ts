import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HomeStatus } from '#shared/contract/home.ts';
import type { ResponseOf } from '#shared/contract/requests.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { type Api, isCutOff } from '../api/api.ts';

/** What the engine pushed. Nothing that a form owns, nothing that only one screen shows. */
export type AppState = {
  readonly info: ResponseOf<'app.info'> | null;
  readonly home: HomeStatus | null;
  /** Why the last question for the status was not answered. */
  readonly failure: Failure | null;
  readonly connected: boolean;
  /** The engine's clock when it last answered, and this page's own timer at that moment, in milliseconds. */
  readonly heard: { readonly now: string; readonly timer: number } | null;
};

export type AppStore = {
  readonly state: StoreApi<AppState>;
  /** Keeps the state fresh until the returned function is called. */
  start(): () => void;
  refresh(): void;
};

/** Words such as "2 minutes ago" come from the engine too; a connection that is gone is tried more often. */
const freshMs = 30_000;
const lostMs = 3_000;
const settleMs = 80;

export function createAppStore(api: Api): AppStore {
  const state = createStore<AppState>()(() => ({
    info: null,
    home: null,
    failure: null,
    connected: true,
    heard: null,
  }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  const askInfo = async (): Promise<void> => {
    const info = await api.request('app.info', {});
    if (info.ok) state.setState({ info: info.value });
  };

  const askStatus = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const answer = await api.request('home.status', {});
    if (mine !== turn) return;
    const wasLost = !state.getState().connected;
    if (answer.ok) {
      const heard = { now: answer.value.now, timer: performance.now() };
      state.setState({ home: answer.value, failure: null, connected: true, heard });
      if (wasLost || state.getState().info === null) void askInfo();
    } else {
      state.setState({ failure: answer.failure, connected: !isCutOff(answer.failure) });
    }
    clearTimeout(timer);
    timer = setTimeout(askStatus, state.getState().connected ? freshMs : lostMs);
  };

  return {
    state,
    refresh: () => void askStatus(),
    start: () => {
      void askInfo();
      void askStatus();
      const stop = api.onChanged((event) => {
        if (event.topics.includes('settings')) void askInfo();
        clearTimeout(timer);
        timer = setTimeout(askStatus, settleMs);
      });
      return () => {
        turn += 1;
        clearTimeout(timer);
        stop();
      };
    },
  };
}
