import { mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doubtWords } from '#shared/domain/transfer.ts';
import { historyQuery } from '../../contracts/storeRig.ts';
import { firstAnswerLost } from './answers.ts';
import { type EngineRig, startRig } from './rig.ts';
import { approve, corsOf, isToPush, mapJob } from './steps.ts';

/** A doubt about a company that nobody can ask any more. */

async function inDoubt(): Promise<{ readonly rig: EngineRig; readonly id: string; readonly cor: string }> {
  const rig = await startRig({ sage: firstAnswerLost() });
  const project = await mapJob(rig, '2402');
  const cor = (await corsOf(rig, project)).find(isToPush)?.id;
  if (cor === undefined) throw new Error('No approved COR');
  const id = await approve(rig, [cor]);
  await rig.sync('push');
  return { rig, id, cor };
}

const away = (rig: EngineRig) => {
  renameSync(rig.sageFile, `${rig.sageFile}.away`);
  // The driver would make a new file where none is.
  mkdirSync(rig.sageFile);
};
const back = (rig: EngineRig) => {
  rmdirSync(rig.sageFile);
  renameSync(`${rig.sageFile}.away`, rig.sageFile);
};

const stateOf = async (rig: EngineRig, id: string) => (await rig.ask('queue.get', { id })).transfer.state;
const given = (id: string, to: 'needsAttention' | 'dropped') =>
  ({ id, to, reason: 'The server burned down', confirmation: doubtWords }) as const;

describe('a doubt', () => {
  it('is not given up while the company answers: it is settled instead', async () => {
    const { rig, id } = await inDoubt();
    rig.clock.advance(16 * 60_000);
    expect(await rig.refused('queue.giveUp', given(id, 'dropped'))).toMatchObject({ code: 'doubt.answered' });
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done' });
  });

  it('is given up only by whoever types that it may be in Sage', async () => {
    const { rig, id } = await inDoubt();
    away(rig);
    const vague = { ...given(id, 'dropped'), confirmation: 'yes' };
    expect(await rig.refused('queue.giveUp', vague)).toMatchObject({ code: 'doubt.confirmation' });
    expect(await stateOf(rig, id)).toMatchObject({ name: 'inDoubt' });
    back(rig);
  });

  it('of a company that nobody can ask needs a person afterwards, who sees what is in Sage', async () => {
    const { rig, id } = await inDoubt();
    away(rig);
    await rig.ask('queue.giveUp', given(id, 'needsAttention'));
    expect(await stateOf(rig, id)).toMatchObject({
      name: 'needsAttention',
      failure: { code: 'push.doubtGivenUp', sentence: expect.stringContaining('The server burned down') },
    });
    const { rows } = await rig.ask('history.list', historyQuery({ kinds: ['doubtDecided'], transferId: id }));
    expect(rows).toMatchObject([{ by: 'Dana Reyes', sentence: expect.stringContaining('The server burned down') }]);
    // Nobody answers yet: that is said, with what was known before.
    expect((await rig.ask('doubt.compare', { id, record: null })).unread).not.toBeNull();
    // It comes back after all: what was written is found, and not written again.
    back(rig);
    const { candidates } = await rig.ask('doubt.compare', { id, record: null });
    const seen = candidates.map(({ hash }) => hash);
    expect(await rig.refused('doubt.notWritten', { id, to: 'queue', seen })).toMatchObject({ code: 'doubt.equal' });
    const record = candidates[0]?.record ?? '';
    await rig.ask('doubt.isIt', { id, record, hash: candidates[0]?.hash ?? '' });
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done', record });
    expect(await rig.inSage('SELECT * FROM plumbline_push_marker')).toHaveLength(1);
  });

  it('of a company that nobody can ask is dropped with its reason, and says ever after that it may be in Sage', async () => {
    const { rig, id } = await inDoubt();
    away(rig);
    await rig.ask('queue.giveUp', given(id, 'dropped'));
    expect(await stateOf(rig, id)).toMatchObject({ name: 'dropped', mayBeInSage: true });
    const { rows } = await rig.ask('history.list', historyQuery({ kinds: ['doubtDecided'], transferId: id }));
    expect(rows).toMatchObject([{ by: 'Dana Reyes', sentence: expect.stringContaining('may be in Sage') }]);
    back(rig);
  });
});

it('what is not in doubt is not given up', async () => {
  const rig = await startRig();
  const project = await mapJob(rig, '2402');
  const cor = (await corsOf(rig, project)).find(({ status }) => status === 'approved_co_issued');
  const id = await approve(rig, [cor?.id ?? '']);
  expect(await rig.refused('queue.giveUp', given(id, 'dropped'))).toMatchObject({ code: 'transfer.state' });
});
