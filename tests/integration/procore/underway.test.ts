import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../../electron/sage/connection/sqlite.ts';
import { startClinic } from './clinic.ts';

const underway = { kind: 'commitment', list: 'underway', search: '', project: '', offset: 0, limit: 50 } as const;
const busy = { failNext: { status: 503, count: 50, retryAfterSeconds: null } } as const;

describe('what is under way', () => {
  it('R-084 stands in its own list with since when and why it waits, for Sage, until it arrives', async () => {
    const rig = await startClinic();
    const key = rig.contract('SC-002');
    // Somebody else is saving in Sage all the while.
    const other = await openSqlite({ file: rig.sageFile });
    await other.begin();
    expect(await rig.accept(key, await rig.answers(key))).toBeNull();
    await rig.engine.sync(['push']);
    const waiting = (await rig.row(key)).state;
    expect(waiting).toMatchObject({ name: 'underway', since: expect.stringMatching(/^2026-11-23T/) });
    expect(waiting.name === 'underway' && waiting.what).toMatch(/^waiting to be written to Sage: \S/);
    // Days do not make it go away.
    rig.clock.advance(3 * 24 * 3_600_000);
    await rig.engine.sync(['push']);
    const { rows } = await rig.ask('procore.list', underway);
    expect(rows.map(({ number }) => number)).toEqual(['SC-002']);
    await other.rollback();
    await other.close();
    rig.clock.advance(3_600_000);
    await rig.push();
    expect((await rig.row(key)).state.name).toBe('synced');
  });

  it('R-084 stands there with since when and why it waits, for Procore, until Procore was told', async () => {
    const rig = await startClinic();
    const key = rig.contract('SC-002');
    rig.far.sandbox.control.setFaults(busy);
    expect(await rig.accept(key, await rig.answers(key))).toBeNull();
    await rig.engine.sync(['push']);
    const waiting = (await rig.row(key)).state;
    expect(waiting.name === 'underway' && waiting.what).toMatch(/^waiting to be told to Procore: \S/);
    const refused = await rig.refused('procore.unlink', { key });
    expect(refused.sentence).toContain('It is on its way: waiting to be told to Procore');
    expect(await rig.inSage("SELECT recnum FROM subcon WHERE ctcnum = 'SC-002' AND jobnum = 2402")).toHaveLength(1);
    rig.far.sandbox.control.setFaults({ failNext: null });
    rig.clock.advance(3_600_000);
    await rig.push();
    expect((await rig.row(key)).state.name).toBe('synced');
    expect(rig.marks('SC-002').header).not.toBeNull();
  });
});
