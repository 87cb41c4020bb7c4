import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { standardDefaults } from '#shared/domain/mapping.ts';
import type { Run } from '#shared/domain/records.ts';
import { standardSettings } from '#shared/domain/settings.ts';
import { at, cor, freshStore, historyQuery, job, logQuery, mapping, opened, temporaryFolder } from './storeRig.ts';

const project = (id: string, title: string) => ({
  id,
  title,
  jobNumber: null,
  customerJobNumber: null,
  customerName: null,
  customerInternalId: null,
  officeId: 'o1',
  officeName: 'Oakland',
  contractValue: null,
  archived: false,
  updatedAt: at(0),
});

const imported = (number: string) =>
  ({ job: number, state: 'waiting', reason: '', at: at(0), by: 'Plumbline' }) as const;

const run = (side: Run['side'], outcome: Run['outcome'], minute: number): Run => ({
  side,
  startedAt: at(minute),
  endedAt: at(minute + 2),
  outcome,
  sentence: `${side} ${minute}`,
  rowsRead: 1,
  changed: 0,
});

describe('settings and notes', () => {
  it('are standard until somebody sets them', () => {
    const store = freshStore();
    expect(store.settings.read()).toEqual(standardSettings);
    const changed = { ...standardSettings, pausedUntil: at(9), defaults: { ...standardDefaults, phase: '3' } };
    store.settings.write(changed);
    expect(store.settings.read()).toEqual(changed);
  });

  it('keep small facts under a name', () => {
    const store = freshStore();
    expect(store.notes.read('watermark')).toBeNull();
    store.notes.write('watermark', '1');
    store.notes.write('watermark', '2');
    expect(store.notes.read('watermark')).toBe('2');
  });
});

describe('projects, mappings and imported jobs', () => {
  it('lists projects by title and replaces them all', () => {
    const store = freshStore();
    store.projects.replaceAll([project('1', 'Tower 10'), project('2', 'tower 9')]);
    store.projects.upsert(project('3', 'Annex'));
    expect(store.projects.all().map((p) => p.id)).toEqual(['3', '2', '1']);
    store.projects.replaceAll([project('2', 'Tower 9b')]);
    expect(store.projects.all().map((p) => p.title)).toEqual(['Tower 9b']);
    expect(store.projects.get('2')?.title).toBe('Tower 9b');
    expect(store.projects.get('1')).toBeNull();
  });

  it('finds a mapping by project and by job, lists by job in natural order', () => {
    const store = freshStore();
    store.mappings.save(mapping('p1', '1000'));
    store.mappings.save(mapping('p2', '200'));
    expect(store.mappings.all().map((m) => m.job)).toEqual(['200', '1000']);
    expect(store.mappings.ofProject('p1')?.job).toBe('1000');
    expect(store.mappings.ofJob('200')?.projectId).toBe('p2');
    store.mappings.save(mapping('p2', '300'));
    expect(store.mappings.ofJob('200')).toBeNull();
    expect(store.mappings.ofJob('0300')).toBeNull();
    store.mappings.remove('p2');
    expect(store.mappings.ofProject('p2')).toBeNull();
  });

  it('keeps imported jobs by number', () => {
    const store = freshStore();
    store.imported.save(imported('1000'));
    store.imported.save(imported('90'));
    store.imported.save({ ...imported('90'), state: 'rejected', reason: 'Not ours' });
    expect(store.imported.all().map((j) => [j.job, j.state])).toEqual([
      ['90', 'rejected'],
      ['1000', 'waiting'],
    ]);
    store.imported.remove('90');
    expect(store.imported.get('90')).toBeNull();
    expect(store.imported.get('1000')?.by).toBe('Plumbline');
  });
});

describe('runs', () => {
  it('tells those since an instant, the last one, the last good one and the last one that heard of a side', () => {
    const store = freshStore();
    for (const one of [
      run('sage', 'ok', 0),
      run('push', 'ok', 1),
      run('sage', 'partial', 10),
      run('sage', 'failed', 20),
    ]) {
      store.runs.add(one);
    }
    expect(store.runs.since(at(12)).map((r) => r.sentence)).toEqual(['sage 10', 'sage 20']);
    expect(store.runs.last('sage')?.outcome).toBe('failed');
    expect(store.runs.lastGood('sage')?.sentence).toBe('sage 0');
    expect(store.runs.lastHeard('sage')?.sentence).toBe('sage 10');
    expect(store.runs.last('clearstory')).toBeNull();
  });
});

describe('unreadable payloads', () => {
  it('are kept until somebody removes them, the newest of each source and key', () => {
    const store = freshStore();
    const item = { source: 'clearstory.cor', key: '7', reason: 'title: expected text', payload: '{"title":5}' };
    store.unreadable.add(item);
    store.unreadable.add({ ...item, key: '8' });
    store.unreadable.add({ ...item, payload: '{"title":6}' });
    expect(store.unreadable.all()).toEqual([
      { ...item, payload: '{"title":6}' },
      { ...item, key: '8' },
    ]);
    store.unreadable.remove('clearstory.cor', '8');
    expect(store.unreadable.all().map((i) => i.key)).toEqual(['7']);
  });
});

describe('several companies in one file', () => {
  it('see nothing of each other', () => {
    const file = path.join(temporaryFolder(), 'plumbline.db');
    const first = opened(file, companyIdOf('acme'));
    first.settings.write({ ...standardSettings, pausedUntil: at(1) });
    first.notes.write('note', 'of acme');
    first.projects.upsert(project('p1', 'Tower'));
    first.mappings.save(mapping('p1', '200'));
    first.imported.save(imported('201'));
    first.sage.upsert('job', [job('200')]);
    first.cors.upsert([cor('1')], true);
    first.runs.add(run('sage', 'ok', 0));
    first.unreadable.add({ source: 's', key: 'k', reason: 'r', payload: 'p' });
    first.close();

    const second = opened(file, companyIdOf('borealis'));
    expect(second.settings.read()).toEqual(standardSettings);
    expect(second.notes.read('note')).toBeNull();
    expect(second.projects.all()).toEqual([]);
    expect(second.mappings.all()).toEqual([]);
    expect(second.imported.all()).toEqual([]);
    expect(second.sage.keys('job')).toEqual([]);
    expect(second.cors.get('1')).toBeNull();
    expect(second.runs.last('sage')).toBeNull();
    expect(second.unreadable.all()).toEqual([]);
    second.mappings.save(mapping('p1', '900'));
    second.cors.upsert([cor('1', { title: 'Theirs' }), cor('2')], false);
    expect(second.cors.list(logQuery({ search: 'theirs' })).total).toBe(1);
    expect(second.cors.list(logQuery()).counts).toEqual({ notInSage: 2 });
    second.projects.replaceAll([]);
    second.cors.remove(['1']);
    second.close();

    const again = opened(file, companyIdOf('acme'));
    expect(again.projects.get('p1')?.title).toBe('Tower');
    expect(again.cors.list(logQuery()).rows).toMatchObject([{ id: '1', title: 'Change 1', job: '200' }]);
    expect(again.history.list(historyQuery()).total).toBe(0);
    again.close();
  });
});
