import { renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startRig } from './rig.ts';

describe('the self-checks', () => {
  it('keep their numbers, and leave out those that do not apply', async () => {
    const rig = await startRig();
    const { checks } = await rig.ask('diagnostics.run', {});
    const numbers = Object.fromEntries(checks.map(({ id, number }) => [id, number]));
    expect(numbers).toMatchObject({
      store: 3,
      'sage.company': 10,
      'sage.schema': 13,
      writing: 16,
      clearstory: 19,
      unreadable: 21,
    });
    expect(numbers).not.toHaveProperty('sage.rights');
    expect(checks.map(({ number }) => number)).toEqual(checks.map(({ number }) => number).toSorted((a, b) => a - b));
    // The rig lives in a time of its own, its Clearstory in that of this computer.
    const wrong = checks.filter(({ id, result }) => result === 'fail' && id !== 'clearstory.clock');
    expect(wrong).toEqual([]);
  });

  it('try everything that can still be tried when Sage is gone', async () => {
    const rig = await startRig();
    renameSync(rig.sageFile, `${rig.sageFile}.away`);
    const { checks } = await rig.ask('diagnostics.run', {});
    const result = (id: string) => checks.find((check) => check.id === id)?.result;
    expect(result('store')).toBe('ok');
    expect(['fail', 'notTried']).toContain(result('sage.tables'));
    expect(result('clearstory')).toBe('ok');
    expect(result('unreadable')).toBe('ok');
    renameSync(`${rig.sageFile}.away`, rig.sageFile);
  });

  it('fail by name where tables are not as expected, and say that writing has stopped', async () => {
    const rig = await startRig();
    await rig.inSage('ALTER TABLE prmchg RENAME COLUMN entdte TO entered_on');
    const { checks } = await rig.ask('diagnostics.run', {});
    const reason = 'Change Order (6-4-1), Entered Date (prmchg.entdte) is not there';
    for (const id of ['sage.schema', 'writing']) {
      const check = checks.find((one) => one.id === id);
      expect(check).toMatchObject({ result: 'fail' });
      expect(check?.sentence).toContain(reason);
    }
  });
});
