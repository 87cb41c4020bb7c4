import { diskFullFailure } from '#shared/domain/diskFull.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { SyncReport } from './engineTypes.ts';
import type { Host } from './ports/host.ts';
import type { Clock } from './ports/runtime.ts';

/** The matter's id, by which Home knows it. */
export const noRoomId = 'diskFull';

/** Remembers that there is no room on the disk, in memory: a run that found none could not be noted either. */
export function createRoomWatch(clock: Pick<Clock, 'now'>) {
  let noRoom: { readonly failure: Failure; readonly since: string } | null = null;
  const note = (failure: Failure) => {
    noRoom = { failure, since: noRoom?.since ?? clock.now() };
  };
  const notNoted = (error: unknown) => {
    const failure = diskFullFailure(error);
    if (failure !== null) note(failure);
  };
  return {
    /** Watches a run; one that was noted shows that there is room again. */
    during: async (run: () => Promise<SyncReport>): Promise<SyncReport> => {
      try {
        const report = await run();
        if (report.failure?.code === 'store.diskFull') note(report.failure);
        else if (report.outcome !== 'skipped') noRoom = null;
        return report;
      } catch (error) {
        notNoted(error);
        throw error;
      }
    },
    /** Something that was to be kept was not. */
    notNoted,
    matters: (): ReturnType<NonNullable<Host['matters']>> => {
      if (noRoom === null) return [];
      const { failure, since } = noRoom;
      return [{ id: noRoomId, sentence: `${failure.sentence} ${failure.remedy ?? ''}`.trim(), since }];
    },
  };
}
