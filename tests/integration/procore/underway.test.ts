import { describe, expect, it } from 'vitest';
import type { SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import { startClinic } from './clinic.ts';

const underway = { kind: 'commitment', list: 'underway', search: '', project: '', offset: 0, limit: 50 } as const;
const busy = { failNext: { status: 503, count: 50, retryAfterSeconds: null } } as const;

/** Sage can be read, and does not answer when something is to be written. */
function withoutContact(real: SageCompany, away: { now: boolean }): SageCompany {
  return {
    ...real,
    apply: async (plan, approval) =>
      away.now
        ? {
            outcome: 'notApplied',
            failure: { next: 'retry', code: 'sage.unreachable', sentence: 'Sage has not answered.' },
          }
        : real.apply(plan, approval),
  };
}

describe('what is under way', () => {
  it('R-084 stands in its own list with since when and why it waits, for Sage, until it arrives', async () => {
    const away = { now: true };
    const rig = await startClinic({ sage: (real) => withoutContact(real, away) });
    const key = rig.contract('SC-002');
    expect(await rig.accept(key, await rig.answers(key))).toBeNull();
    await rig.engine.sync(['push']);
    const waiting = (await rig.row(key)).state;
    expect(waiting).toMatchObject({ name: 'underway', since: expect.stringMatching(/^2026-11-23T/) });
    expect(waiting.name === 'underway' && waiting.what).toMatch(
      /^waiting to be written to Sage: Sage has not answered/,
    );
    // Days do not make it go away.
    rig.clock.advance(3 * 24 * 3_600_000);
    await rig.engine.sync(['push']);
    const { rows } = await rig.ask('procore.list', underway);
    expect(rows.map(({ number }) => number)).toEqual(['SC-002']);
    away.now = false;
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
