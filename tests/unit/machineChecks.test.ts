import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { succeed } from '#shared/domain/failure.ts';
import { type MachineFacts, machineChecks } from '../../electron/hosts/machineChecks.ts';

const folder = mkdtempSync(join(tmpdir(), 'machine-checks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const facts: MachineFacts = {
  version: '0.1.0',
  homeFolder: folder,
  freeBytes: () => 40 * 1024 ** 3,
  usesOdbc: false,
  odbcInstalled: async () => succeed(true),
  secretsPlace: 'the home folder',
  keyStored: () => true,
  keyVariables: [],
  timeZone: () => 'America/Los_Angeles',
  now: () => '2026-11-30T18:00:00.000Z',
  laterRuns: () => [],
  policy: { source: 'the registry', count: 0, locks: [], problems: [] },
  logFolder: folder,
  logLevel: () => 'info',
  environment: {},
  secretsRefused: () => null,
  enrolment: null,
};

const check = async (id: string, change: Partial<MachineFacts>) =>
  (await machineChecks({ ...facts, ...change })).find((one) => one.id === id);

describe('the disk', () => {
  const gigabyte = 1024 ** 3;
  const hundredMegabytes = 100 * 1024 ** 2;
  it.each([
    [gigabyte, 'ok', ''],
    [gigabyte - 1, 'warn', 'Make room on that disk.'],
    [hundredMegabytes, 'warn', 'Make room on that disk.'],
    [hundredMegabytes - 1, 'fail', 'Make room on that disk.'],
    [0, 'fail', 'Make room on that disk.'],
  ])('with %i bytes left is %s', async (free, result, remedy) => {
    const sentence = `${folder} has ${(free / gigabyte).toFixed(1)} GB left.`;
    expect(await check('homeFolder', { freeBytes: () => free })).toMatchObject({ result, sentence, remedy });
  });

  it('that cannot be written, or is not there, fails', async () => {
    const homeFolder = join(folder, 'not there');
    const sentence = `${homeFolder} cannot be written.`;
    expect(await check('homeFolder', { homeFolder })).toMatchObject({ result: 'fail', sentence });
  });
});

describe('the clock of this computer', () => {
  const office = 'In the office (America/Los_Angeles) it is Nov 30, 2026, 10:00 AM';

  it('says what time it is in the office', async () => {
    expect(await check('clock', {})).toMatchObject({ result: 'ok', sentence: `${office}.`, remedy: '' });
  });

  it.each([
    ['2026-11-30T18:00:00.000Z', 'ok'],
    ['2026-11-30T18:00:59.000Z', 'ok'],
    ['2026-11-30T18:01:00.000Z', 'warn'],
    ['2026-11-30T18:09:59.000Z', 'warn'],
    ['2026-11-30T18:10:00.000Z', 'fail'],
    ['2029-11-30T18:00:00.000Z', 'fail'],
  ])('after a run that ended at %s is %s', async (later, result) => {
    expect(await check('clock', { laterRuns: () => [later] })).toMatchObject({ result });
  });

  it('that was set back says by how much, what it leads to and what to do', async () => {
    const laterRuns = () => ['2026-12-03T18:00:00.000Z', '2026-11-30T18:00:01.000Z'];
    expect(await check('clock', { laterRuns })).toMatchObject({
      sentence: `${office}, but a run has ended at Dec 3, 2026, 10:00 AM, 3 days ahead of that: the clock was set back. From ten minutes on, changes can be missed until the next night, and change orders can get a wrong date.`,
      remedy: expect.stringMatching(/^Set the clock right: .*If it is right now and was wrong then/),
    });
  });
});

it('a missing ODBC part matters to a company that is behind it', async () => {
  const odbcInstalled = async () => succeed(false);
  expect(await check('odbc', { odbcInstalled })).toMatchObject({ result: 'warn' });
  expect(await check('odbc', { odbcInstalled, usesOdbc: true })).toMatchObject({ result: 'fail' });
});

it('a missing key names the place and the ways to give it', async () => {
  const missing = { keyStored: () => false, keyVariables: ['PLUMBLINE_KEY', 'PLUMBLINE_SECRET'] };
  expect(await check('key', missing)).toMatchObject({
    result: 'fail',
    sentence: 'There is none in the home folder.',
    remedy: 'Enter it under Settings, Clearstory, or set PLUMBLINE_KEY and PLUMBLINE_SECRET.',
  });
});
