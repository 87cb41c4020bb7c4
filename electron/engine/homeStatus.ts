import type { HomeStatus, SideStatus } from '#shared/contract/home.ts';
import { addMinutesTo, compareInstants, minutesBetween, relativeWords } from '#shared/domain/dates.ts';
import type { SageState } from '#shared/domain/link.ts';
import { changeOrderPlanKinds } from '#shared/domain/plan.ts';
import { sideSentence, type WaitingForPerson, waitingForPerson } from './attention.ts';
import type { Context } from './context.ts';
import type { Side } from './engineTypes.ts';
import type { Acts } from './handlers/handler.ts';
import { waitingItems } from './procore/waiting.ts';
import { noRoomId } from './roomWatch.ts';
import { usedClouds } from './usedClouds.ts';
import { notWritten } from './writing/decision.ts';

const names: Readonly<Record<Side, string>> = {
  sage: 'Sage 100 Contractor',
  clearstory: 'Clearstory',
  procore: 'Procore',
  push: 'Into Sage',
};

/** A side that missed two of its runs is silent, and silence is an alarm. */
const silentAfterRuns = 2.5;

/** What Home says: one true sentence, each side's freshness, counts that link to lists, and what is left to set up. */
export function homeStatus(context: Context, timers: Acts['timers']): HomeStatus {
  const { store, clock } = context;
  const now = clock.now();
  const pausedUntil = pauseOf(context, now);
  const sides = sidesOf(context).map((side) => sideStatus(context, timers, side, pausedUntil));
  const waiting = waitingForPerson(context);
  const checklist = checklistOf(context);
  const imported = store.imported.all().filter(({ state }) => state === 'waiting' || state === 'creating').length;
  return {
    now,
    ...headline(
      sides,
      waiting,
      pausedUntil,
      checklist.filter(({ done }) => !done),
      now,
    ),
    pausedUntil,
    sides,
    counts: countsOf(waiting),
    hindered: hinderedOf(context),
    checklist: checklist.some(({ done }) => !done) ? checklist : [],
    badges: {
      projects: imported,
      procore: readyInProcore(context),
      queue: store.transfers.counts().needsAttention ?? 0,
    },
  };
}

/** An update of Sage or a lost right takes writing away by itself: that is said on top, with the way out. */
function hinderedOf(context: Context): HomeStatus['hindered'] {
  const unwritten = changeOrderPlanKinds.map((kind) => notWritten(context, kind)).find((failure) => failure !== null);
  if (context.writing().chosen !== 'direct' || unwritten === undefined) return null;
  return { sentence: unwritten.sentence, remedy: unwritten.remedy ?? '' };
}

function pauseOf({ store }: Context, now: string): string | null {
  const { pausedUntil } = store.settings.read();
  return pausedUntil !== null && compareInstants(pausedUntil, now) > 0 ? pausedUntil : null;
}

function headline(
  sides: readonly SideStatus[],
  { total: needsYou, installation }: WaitingForPerson,
  pausedUntil: string | null,
  left: HomeStatus['checklist'],
  now: string,
): Pick<HomeStatus, 'tone' | 'sentence'> {
  // What is read or written cannot be kept: no side is to blame, though every run fails.
  const noRoom = installation.find(({ id }) => id === noRoomId);
  if (noRoom !== undefined) return { tone: 'needsYou', sentence: noRoom.sentence };
  const silent = sides.find(({ state }) => state === 'failed' || state === 'silent');
  if (silent !== undefined) return { tone: 'noContact', sentence: sideSentence(silent, now) };
  if (pausedUntil !== null) {
    return {
      tone: 'paused',
      sentence: 'Paused: nothing is read or written by itself. What you approve is written at once.',
    };
  }
  if (sides.some(({ state }) => state === 'working')) return { tone: 'working', sentence: 'Working…' };
  if (needsYou > 0) {
    return { tone: 'needsYou', sentence: needsYou === 1 ? 'One item needs you.' : `${needsYou} items need you.` };
  }
  if (left.length > 0) return { tone: 'setup', sentence: setupSentence(left) };
  const oldest = sides.map(({ lastHeard }) => lastHeard ?? '').sort()[0] ?? '';
  return {
    tone: 'inStep',
    sentence: `In step. Last checked ${oldest === '' ? 'just now' : relativeWords(oldest, now)}.`,
  };
}

function setupSentence(left: HomeStatus['checklist']): string {
  if (left.some(({ id }) => id === 'push')) return 'A few steps are left until the first change order.';
  return left.length === 1 ? 'One step of setting up is left.' : `${left.length} steps of setting up are left.`;
}

function sideStatus(
  { store, clock }: Context,
  timers: Acts['timers'],
  side: Side,
  pausedUntil: string | null,
): SideStatus {
  const now = clock.now();
  const { schedule } = store.settings.read();
  const every = side === 'push' ? schedule.pushMinutes : schedule.pullMinutes;
  const last = store.runs.last(side);
  const heard = store.runs.lastHeard(side);
  const working = timers.working() === side;
  const late = heard !== null && minutesBetween(heard.endedAt, now) > every * silentAfterRuns;
  const state = working
    ? 'working'
    : last === null
      ? 'never'
      : last.outcome === 'failed'
        ? 'failed'
        : pausedUntil !== null
          ? 'paused'
          : late
            ? 'silent'
            : 'ok';
  return {
    side,
    name: names[side],
    state,
    sentence: working ? 'Working…' : (last?.sentence ?? 'Not read yet.'),
    lastHeard: heard?.endedAt ?? null,
    nextRun: pausedUntil ?? timers.nextRun(side === 'push' ? 'push' : 'pull'),
    runs: store.runs
      .since(addMinutesTo(now, -24 * 60))
      .filter((run) => run.side === side)
      .slice(-200),
  };
}

function countsOf({ corCounts, procore, missing, unknown, backup, unread }: WaitingForPerson): HomeStatus['counts'] {
  const of = (id: SageState, label: string) => ({
    id,
    label,
    count: corCounts[id] ?? 0,
    goTo: `#/change-orders?sage=${id}`,
  });
  return [
    of('notInSage', 'Not in Sage'),
    of('draft', 'Drafts'),
    of('waiting', 'On the way'),
    of('awaitingEntry', 'To be typed into Sage'),
    of('failed', 'Failed'),
    of('changedSincePush', 'Changed since push'),
    of('changedInSage', 'Changed in Sage'),
    of('conflict', 'Conflicts'),
    of('voidPending', 'Void pending'),
    of('orphaned', 'Gone from Sage'),
    of('inSync', 'In step'),
    // Rare: not shown while there are none.
    ...rare('procoreFailed', 'Procore items that failed', procore, '#/queue?state=needsAttention'),
    ...rare('missingProof', 'Proof gone from Sage', missing.length, '#/settings/backup'),
    ...rare('unknownProof', 'In Sage, not known here', unknown.length, '#/settings/backup'),
    ...rare('unread', 'Not read from Sage', unread.length, '#/home'),
    ...rare('backup', 'Not backed up', backup === null ? 0 : 1, '#/settings/backup'),
  ];
}

function rare(id: string, label: string, count: number, goTo: string): HomeStatus['counts'] {
  return count === 0 ? [] : [{ id, label, count, goTo }];
}

function checklistOf(context: Context): HomeStatus['checklist'] {
  const { store, companyKind } = context;
  const used = usedClouds(context);
  const read = {
    id: 'sage',
    done: store.runs.lastGood('sage') !== null,
    sentence: companyKind === 'sample' ? 'Read the sample company.' : 'Connect to Sage and read the company once.',
    goTo: '#/first-run/connection',
  };
  return [read, ...(used.clearstory ? clearstorySteps(context) : []), ...(used.procore ? procoreSteps(context) : [])];
}

function clearstorySteps({ store }: Context): HomeStatus['checklist'] {
  return [
    {
      id: 'clearstory',
      done: store.runs.lastGood('clearstory') !== null,
      sentence: 'Connect to Clearstory and read its projects once.',
      goTo: '#/first-run/cloud',
    },
    {
      id: 'map',
      done: store.mappings.all().length > 0,
      sentence: 'Map your first project to a Sage job.',
      goTo: '#/first-run/map',
    },
    {
      id: 'push',
      done: store.links.all().length > 0,
      sentence: 'Push your first change order request to Sage.',
      goTo: '#/change-orders?sage=notInSage',
    },
  ];
}

function procoreSteps({ store }: Context): HomeStatus['checklist'] {
  return [
    {
      id: 'procore',
      done: store.runs.lastGood('procore') !== null,
      sentence: 'Connect to Procore and read it once.',
      goTo: '#/first-run/cloud?which=procore',
    },
    {
      id: 'procoreProject',
      done: store.procore.links.all('project').length > 0,
      sentence: 'Link your first Procore project with its Sage job.',
      goTo: '#/procore/project',
    },
  ];
}

/** A side that nobody set up is not shown as silent. */
function sidesOf(context: Context): readonly Side[] {
  const used = usedClouds(context);
  return (['sage', 'clearstory', 'procore', 'push'] as const).filter(
    (side) => side === 'sage' || side === 'push' || used[side],
  );
}

/** What waits on the Procore board for a person. */
function readyInProcore(context: Context): number {
  return context.procore.configured() ? waitingItems(context) : 0;
}
