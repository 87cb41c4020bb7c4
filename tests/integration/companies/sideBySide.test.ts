import { mkdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CompanyEvent } from '#shared/contract/companies.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { everyEntry } from '#shared/domain/records.ts';
import { approve, coded, corsOf, mapJob } from '../engine/steps.ts';
import { createManualClock } from './manualClock.ts';
import { acme, booksFile, borealis, inBooks, install, newHome, twoCompanies } from './rig.ts';

const job = '2402';
const described = (words: string) => (draft: Draft) => ({
  ...coded(draft),
  header: { ...draft.header, description: words },
});
const descriptions = `SELECT dscrpt FROM prmchg ORDER BY recnum`;

describe('two companies in one process, with the same jobs and the same CORs', () => {
  it('are written at the same time, each into its own books, and know nothing of each other', async () => {
    const home = newHome();
    const installed = await install(home, await twoCompanies(home));
    const both = [acme, borealis] as const;
    const projects = await Promise.all(both.map((id) => mapJob(installed.of(id), job)));
    expect(projects[0]).toBe(projects[1]);
    const [cors, theirs] = await Promise.all(both.map((id) => corsOf(installed.of(id), projects[0] ?? '')));
    expect(theirs?.map(({ id }) => id)).toEqual(cors?.map(({ id }) => id));
    const cor = cors?.find(({ sage, status }) => sage === 'notInSage' && status === 'approved_co_issued');
    if (cor === undefined) throw new Error(`Job ${job} has no COR to push`);

    const ids = await Promise.all(both.map((id) => approve(installed.of(id), [cor.id], described(`Of ${id}`))));
    await Promise.all(both.map((id) => installed.of(id).sync('push')));

    for (const [index, id] of both.entries()) {
      const other = index === 0 ? borealis : acme;
      const [mine = '', notMine = ''] = index === 0 ? ids : [...ids].reverse();
      const one = installed.of(id);
      expect((await one.ask('queue.get', { id: mine })).transfer.state).toMatchObject({ name: 'done' });
      expect((await one.refused('queue.get', { id: notMine })).code).toBe('transfer.gone');
      const history = (await one.ask('history.list', everyEntry)).rows;
      expect(history.filter(({ transferId }) => transferId === mine).length).toBeGreaterThan(0);
      expect(history.filter(({ transferId }) => transferId === notMine)).toEqual([]);
      const written = (await inBooks(home, id, descriptions)).map(({ dscrpt }) => dscrpt);
      expect(written.filter((words) => words === `Of ${id}`)).toHaveLength(1);
      expect(written).not.toContain(`Of ${other}`);
    }
  });

  it('keep their settings apart', async () => {
    const home = newHome();
    const installed = await install(home, await twoCompanies(home));
    const { settings } = await installed.of(acme).ask('settings.get', {});
    await installed.of(acme).ask('settings.save', { settings: { ...settings, timeZone: 'Asia/Tokyo' } });
    await installed.of(acme).ask('settings.setClearstoryKey', { keyId: 'k', secret: 's' });
    expect((await installed.of(borealis).ask('settings.get', {})).settings.timeZone).toBe(settings.timeZone);
  });

  it('tell of whom each event is', async () => {
    const home = newHome();
    const installed = await install(home, await twoCompanies(home));
    const heard: CompanyEvent[] = [];
    installed.door.onChanged((event) => heard.push(event));
    await installed.of(borealis).sync('sage');
    expect(new Set(heard.map(({ company }) => company))).toEqual(new Set([borealis]));
  });

  it('start their timers one after the other', async () => {
    const home = newHome();
    const clock = createManualClock();
    const installed = await install(home, await twoCompanies(home), { clock });
    const due = (id: typeof acme) => installed.of(id).store().notes.read('timer.pull.nextDue');
    installed.companies.start();
    expect([due(acme) !== null, due(borealis) !== null]).toEqual([true, false]);
    clock.pass(4_000);
    expect(due(borealis)).not.toBeNull();
  });
});

describe('while one of two companies', () => {
  it('has its server away, the other one works, and the list says who needs somebody', async () => {
    const home = newHome();
    const installed = await install(home, await twoCompanies(home));
    const file = booksFile(home, acme);
    renameSync(file, `${file}.away`);
    mkdirSync(file);
    const [[away], [there]] = await Promise.all([installed.of(acme).sync('sage'), installed.of(borealis).sync('sage')]);
    expect([away?.outcome, there?.outcome]).toEqual(['failed', 'ok']);
    const needs = async () =>
      (await installed.host('companies.list', {})).companies.map((one) => [
        one.id,
        one.status?.tone,
        one.needsSomebody,
      ]);
    expect(await needs()).toMatchObject([
      ['acme', 'noContact', true],
      ['borealis', expect.anything(), false],
    ]);
    rmdirSync(file);
    renameSync(`${file}.away`, file);
    await installed.of(acme).sync('sage');
    expect((await needs())[0]?.[2]).toBe(false);
  });

  it('cannot be opened, the other one works; it says why, and opens once that is put right', async () => {
    const home = newHome();
    writeFileSync(home.storeFile(acme), 'This is not a database, and long enough to be looked at as one.'.repeat(20));
    const installed = await install(home, await twoCompanies(home));
    const [first] = (await installed.host('companies.list', {})).companies;
    expect(first).toMatchObject({ id: 'acme', state: 'failed', needsSomebody: true, status: null });
    const failure = await installed.of(acme).refused('home.status', {});
    expect(failure).toEqual(first?.failure);
    expect(failure.code).toMatch(/^store\./);
    expect((await installed.of(borealis).sync('sage'))[0]?.outcome).toBe('ok');
    renameSync(home.storeFile(acme), `${home.storeFile(acme)}.damaged`);
    await installed.host('companies.open', { id: acme });
    expect(await installed.of(acme).ask('app.info', {})).toMatchObject({ company: 'Acme Builders' });
  });
});

it('a company that is not there is refused by its name, whoever asks', async () => {
  const home = newHome();
  const installed = await install(home, await twoCompanies(home));
  for (const company of ['nobody', '', '__proto__', 'acme ', '../acme']) {
    const reply = await installed.door.request(company, 'app.info', {});
    expect(reply).toMatchObject({ ok: false, failure: { code: 'company.unknown' } });
  }
});
