import { describe, expect, it } from 'vitest';
import type { Right } from '#shared/domain/sage/catalog.ts';
import { excessRights, placeOf, readRights, writeRights } from '#shared/domain/sage/rights.ts';
import { selfCheckIds, selfCheckNumber } from '#shared/domain/selfChecks.ts';
import { clockCheck } from '../../../electron/engine/diagnostics/clocks.ts';
import { rightsCheck } from '../../../electron/engine/diagnostics/rightsCheck.ts';
import { readRightsHeld, rightsStatement } from '../../../electron/sage/catalog/rights.ts';

const all: readonly Right[] = [...readRights, ...writeRights, ...excessRights].map((one) => ({
  on: placeOf(one),
  right: one.right,
  purpose: one.purpose,
  held: one.purpose !== 'excess',
}));
const but = (change: (right: Right) => boolean): readonly Right[] =>
  all.map((right) => (change(right) ? { ...right, held: !right.held } : right));

describe('the rights of the login', () => {
  it('are in order when it holds what is used and nothing that was asked about is too much', () => {
    const inOrder = rightsCheck(all);
    expect(inOrder).toMatchObject({ result: 'ok' });
    // Only what was asked is said.
    expect(inOrder.sentence).not.toContain('no more');
  });

  it('fail by name when reading lacks one, also one that only shows triggers', () => {
    const lacking = rightsCheck(
      but(({ on, right }) => on === 'actpay.vndnme' || (on === 'prmchg' && right === 'VIEW DEFINITION')),
    );
    expect(lacking.result).toBe('fail');
    expect(lacking.sentence).toBe('The login lacks VIEW DEFINITION on prmchg, SELECT on actpay.vndnme.');
    expect(lacking.remedy).toContain('1-login-and-roles.sql');
  });

  it('are in order for reading where none to write is held, and say what direct writing would need', () => {
    const reading = rightsCheck(but(({ purpose }) => purpose === 'write'));
    expect(reading).toMatchObject({ result: 'ok' });
    expect(reading.sentence).toMatch(/For direct writing it would also need INSERT on prmchg, .* and \d+ more\.$/);
  });

  it('warn loudly of a login that may do anything', () => {
    const owner: Right = { on: 'login', right: 'db_owner', purpose: 'excess', held: true };
    const warned = rightsCheck([...but(({ right }) => right === 'DELETE'), owner]);
    expect(warned.result).toBe('warn');
    expect(warned.sentence).toContain(
      'far more than Plumbline needs (DELETE on prmchg, DELETE on pmcgln, DELETE on sbcgln and 15 more)',
    );
  });

  it('are read as the server answers: whatever is not 1 is not held', async () => {
    const nothing = async () => undefined;
    const rows = ['1', '0', null].map((held) => ({ on: 'prmchg', right: 'INSERT', purpose: 'write', held }));
    const connection = { query: async () => rows, begin: nothing, commit: nothing, rollback: nothing, close: nothing };
    expect((await readRightsHeld(connection, rightsStatement)).map(({ held }) => held)).toEqual([true, false, false]);
  });
});

describe('a clock', () => {
  const ours = '2026-11-30T10:00:00.000Z';
  const harm =
    'From ten minutes on, changes can be missed until the next night, and change orders can get a wrong date.';
  it.each([
    ['2026-11-30T10:00:01.000Z', 'ok', 'It agrees with this computer’s.'],
    ['2026-11-30T09:59:20.000Z', 'ok', 'It is 40 seconds behind this computer’s.'],
    ['2026-11-30T10:01:30.000Z', 'warn', 'It is 90 seconds ahead of this computer’s.'],
    ['2026-11-30T09:51:00.000Z', 'warn', 'It is 9 minutes behind this computer’s.'],
    ['2026-11-30T10:09:59.000Z', 'warn', 'It is 10 minutes ahead of this computer’s.'],
    ['2026-11-30T10:10:00.000Z', 'fail', `It is 10 minutes ahead of this computer’s. ${harm}`],
    ['2026-11-30T09:00:00.000Z', 'fail', `It is 60 minutes behind this computer’s. ${harm}`],
    ['2026-12-03T10:00:00.000Z', 'fail', `It is 3 days ahead of this computer’s. ${harm}`],
    ['2023-11-30T10:00:00.000Z', 'fail', `It is 1,096 days behind this computer’s. ${harm}`],
    [null, 'notTried', 'The server did not say what time it is there.'],
  ])('at %s is %s', (theirs, result, sentence) => {
    expect(clockCheck('sage.clock', 'The server', theirs, ours)).toMatchObject({ result, sentence });
  });
});

it('the numbers of the self-checks are what support goes by', () => {
  const numbers = Object.fromEntries(selfCheckIds.map((id) => [id, selfCheckNumber(id)]));
  expect(numbers).toEqual({
    ...{ program: 1, homeFolder: 2, store: 3, key: 4, odbc: 5 },
    ...{
      'sage.driver': 6,
      'sage.server': 7,
      'sage.encryption': 8,
      'sage.login': 9,
      'sage.company': 10,
      'sage.tables': 11,
    },
    ...{ 'sage.read': 12, 'sage.schema': 13, 'sage.rights': 14, 'sage.markers': 15, writing: 16, 'sage.clock': 17 },
    ...{ clock: 18, clearstory: 19, 'clearstory.clock': 20, unreadable: 21 },
    ...{ procore: 22, 'procore.clock': 23, policy: 24 },
    ...{ network: 25, 'network.clearstory': 26, 'network.procoreLogin': 27, 'network.procoreApi': 28 },
    ...{ 'network.updates': 29, backup: 30, logs: 31, homePlace: 32, 'odbc.trace': 33, secrets: 34, heard: 35 },
    enrolment: 36,
  });
});
