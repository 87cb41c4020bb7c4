import { costCodes, existing, jobs } from '../sage/company.ts';
import type { Server, Session } from '../sage/server.ts';
import { type Parameters, statementOf } from '../sage/statement.ts';
import { keepMarkersIn } from '../templates.ts';
import type { Installation } from './installation.ts';
import type { World } from './world.ts';

type Given = {
  readonly world: World;
  readonly server: Server;
  readonly installations: readonly Installation[];
  readonly planned: (time: number, act: () => void) => void;
  /** Both installations hold the same transfers. */
  readonly alike: boolean;
};

/** What goes on around: people at Sage's own screens, a stranger who holds a lock, clocks that are set. */
export function othersAtWork({ world, server, installations, planned, alike }: Given): void {
  const { chance } = world;
  const soon = () => chance.below(chance.happens(0.7) ? 2_000 : 60_000);
  if (chance.happens(0.12)) planned(soon(), () => editInSage(world, server, alike));
  if (chance.happens(0.06)) planned(soon(), () => holdLock(world, server));
  // Two computers with the same outbox also have the same settings.
  if (!alike && chance.happens(0.1)) {
    const { disk } = chance.pick(installations);
    planned(soon(), () => keepMarkersIn(disk, chance.pick(['table', 'recordFields'])));
  }
  if (chance.happens(0.08)) {
    const installation = chance.pick(installations);
    const byMs = chance.pick([-86_400_000, -3_600_000, -30_000, 30_000, 3_600_000, 86_400_000]);
    planned(soon(), () => installation.setClock(byMs));
    if (chance.happens(0.5)) planned(soon() + 60_000, () => installation.setClock(-byMs));
  }
}

type Edit = (run: (sql: string, parameters: Parameters) => string | null) => void;

/** Somebody saves in Sage what a plan has looked at, or is about to write. */
function editInSage(world: World, server: Server, alike: boolean): void {
  const { chance } = world;
  const job = chance.pick(jobs);
  const record = existing[job];
  const edits: readonly Edit[] = [
    (run) => run('UPDATE actrec SET status = ? WHERE recnum = ?', ['6', job]),
    (run) => run('UPDATE prmchg SET lckedt = ? WHERE recnum = ?', ['1', record]),
    (run) => run('UPDATE prmchg SET cstamt = ? WHERE recnum = ?', ['81.00', record]),
    (run) => run('DELETE FROM prmchg WHERE recnum = ?', [record]),
    (run) => run('DELETE FROM cstcde WHERE recnum = ?', [costCodes[0]]),
    (run) => {
      const highest = Number(run('SELECT HIGHEST(recnum) AS highest FROM prmchg HELD', [])) + 1;
      run('INSERT INTO prmchg (recnum, jobnum, chgnum, status, dscrpt) VALUES (?, ?, ?, ?, ?)', [
        String(highest),
        job,
        String(highest),
        '2',
        'Typed in Sage',
      ]);
    },
  ];
  const newVendor: Edit = (run) => {
    const highest = Number(run('SELECT HIGHEST(recnum) AS highest FROM actpay HELD', [])) + 1;
    run('INSERT INTO actpay (recnum, vndnme) VALUES (?, ?)', [String(highest), 'Typed in Sage']);
  };
  // The proof is gone with it; of two computers with the same outbox, the second one would then know nothing of the first.
  const clearsKey: Edit = (run) => run('UPDATE prmchg SET usrdf2 = ? WHERE jobnum = ?', ['', job]);
  save(world, server, chance.pick(alike ? [...edits, newVendor] : [...edits, newVendor, clearsKey]));
}

function save(world: World, server: Server, edit: Edit): void {
  world.disturb();
  const session = server.connect('people');
  try {
    edit((sql, parameters) => runNow(session, sql, parameters));
  } catch (error) {
    session.rollback();
    if (!(error instanceof Busy)) throw error;
    world.at(world.now() + 50, () => save(world, server, edit));
    return;
  }
  session.commit();
  world.wake();
  world.trace(() => 'somebody saved in Sage');
}

class Busy extends Error {}

function runNow(session: Session, sql: string, parameters: Parameters): string | null {
  const answer = session.run(statementOf(sql), parameters);
  if ('blocked' in answer) throw new Busy();
  const value = answer[0]?.highest ?? null;
  return value === null ? null : String(value);
}

/** A session that nobody knows holds a lock for seconds or minutes: what is under another key must not wait for it. */
function holdLock(world: World, server: Server): void {
  const { chance } = world;
  const key = chance.pick([...jobs.map((job) => `job/${job}`), 'vendors']);
  const session = server.connect('people');
  const answer = session.run(statementOf(`GRANT 'Plumbline ${key}'`), []);
  if ('blocked' in answer) return;
  const end = world.now() + 1_000 + chance.below(chance.happens(0.5) ? 20_000 : 400_000);
  world.disturb(end);
  world.trace(() => `a stranger holds the lock of ${key}`);
  world.at(end, () => {
    session.rollback();
    world.wake();
  });
}
