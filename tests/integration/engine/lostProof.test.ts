import { describe, expect, it } from 'vitest';
import { firstAnswerLost } from './answers.ts';
import { type EngineRig, startRig } from './rig.ts';
import { approve, corsOf, isToPush, mapJob } from './steps.ts';
import { typedByAna } from './typing.ts';

/** The proof of a push is gone from Sage while the push is in doubt: somebody restored the companion database by itself, or deleted the row. */

async function inDoubt(really: boolean) {
  const rig = await startRig({ sage: firstAnswerLost(really) });
  const project = await mapJob(rig, '2402');
  const cors = (await corsOf(rig, project)).filter(isToPush).map(({ id }) => id);
  const before = (await headers(rig)).length;
  const id = await approve(rig, cors.slice(0, 1));
  await rig.sync('push');
  await rig.inSage('DELETE FROM plumbline_push_marker');
  return { rig, id, before };
}

async function later(rig: EngineRig): Promise<void> {
  rig.clock.advance(16 * 60_000);
  await rig.sync('push');
}

const headers = (rig: EngineRig) => rig.inSage('SELECT recnum, chgnum FROM prmchg WHERE jobnum = 2402 ORDER BY recnum');
const stateOf = async (rig: EngineRig, id: string) => (await rig.ask('queue.get', { id })).transfer.state;

describe('a push in doubt whose proof is gone', () => {
  it('is not written again while what was approved stands in Sage, and a person links the two', async () => {
    const { rig, id, before } = await inDoubt(true);
    await later(rig);
    const written = (await headers(rig)).at(-1);
    expect(await stateOf(rig, id)).toMatchObject({ name: 'needsAttention', failure: { code: 'sage.markerUnsure' } });
    const { why } = (await rig.ask('queue.get', { id })).transfer;
    expect(why).toContain(
      `change order ${written?.chgnum} (record ${written?.recnum}) is new in job 2402 and looks like it`,
    );
    expect(await headers(rig)).toHaveLength(before + 1);
    const { candidates } = await rig.ask('doubt.compare', { id, record: null });
    expect(candidates).toMatchObject([{ record: String(written?.recnum), differences: [], more: 0 }]);
    const [found] = candidates;
    await rig.ask('doubt.isIt', { id, record: found?.record ?? '', hash: found?.hash ?? '' });
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done', record: found?.record });
    expect(await headers(rig)).toHaveLength(before + 1);
  });

  it('is for a person to decide when what is new in Sage cannot be read, whatever job it is of', async () => {
    const { rig, id, before } = await inDoubt(false);
    const record = await typedByAna(rig, '2401');
    await rig.inSage("UPDATE prmchg SET appamt = 'x1.00' WHERE recnum = CAST(? AS INTEGER)", record);
    await later(rig);
    expect(await stateOf(rig, id)).toMatchObject({ name: 'needsAttention', failure: { code: 'sage.markerUnsure' } });
    expect((await rig.ask('queue.get', { id })).transfer.why).toContain('what is new in Sage cannot be read: ');
    await rig.ask('doubt.notWritten', { id, to: 'queue', seen: [] });
    await rig.sync('push');
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done' });
    expect(await headers(rig)).toHaveLength(before + 1);
  });

  it('is written when nothing in Sage is like it', async () => {
    const { rig, id, before } = await inDoubt(false);
    await later(rig);
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done' });
    expect(await headers(rig)).toHaveLength(before + 1);
  });

  it('is written when what is new in the job is another change order', async () => {
    const { rig, id, before } = await inDoubt(true);
    const newest = 'recnum = (SELECT MAX(recnum) FROM prmchg)';
    await rig.inSage(`UPDATE prmchg SET dscrpt = 'Typed by Ana' WHERE ${newest}`);
    await rig.inSage(`UPDATE sbcgln SET bdgprc = '1.00' WHERE ${newest}`);
    await later(rig);
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done' });
    expect(await headers(rig)).toHaveLength(before + 2);
  });
});
