import { describe, expect, it } from 'vitest';
import type { Draft } from '#shared/domain/draft.ts';
import { startRig } from './rig.ts';
import { corsOf, mapJob } from './steps.ts';

const without =
  (corId: string) =>
  (draft: Draft): Draft => ({
    ...draft,
    corIds: draft.corIds.filter((id) => id !== corId),
    prime: draft.prime.filter((line) => line.corId !== corId),
    budget: draft.budget.filter((line) => line.corId !== corId),
  });

describe('taking a COR out of a draft', () => {
  it('sets it free for another change order and keeps the rest of the draft', async () => {
    const rig = await startRig();
    const project = await mapJob(rig, '2402');
    const free = (await corsOf(rig, project)).filter(({ sage }) => sage === 'notInSage');
    const [first, second] = free;
    if (first === undefined || second === undefined) throw new Error('Not enough CORs');
    const { id } = await rig.ask('drafts.open', { corIds: [first.id, second.id], mode: 'push' });
    const { draft } = await rig.ask('drafts.get', { id });

    await rig.ask('drafts.save', { id, draft: without(second.id)(draft) });

    const after = await rig.ask('drafts.get', { id });
    expect(after.draft.corIds).toEqual([first.id]);
    expect(after.transfer.corNumbers).toEqual([first.number]);
    expect(after.transfer.title).toBe(`COR ${first.number}, job 2402`);
    const states = new Map((await corsOf(rig, project)).map((row) => [row.id, row.sage]));
    expect([states.get(first.id), states.get(second.id)]).toEqual(['draft', 'notInSage']);
    const other = await rig.ask('drafts.open', { corIds: [second.id], mode: 'push' });
    expect(other.id).not.toBe(id);
  });

  it('lets none join, because its lines would be missing', async () => {
    const rig = await startRig();
    const project = await mapJob(rig, '2402');
    const [first, second] = (await corsOf(rig, project)).filter(({ sage }) => sage === 'notInSage');
    if (first === undefined || second === undefined) throw new Error('Not enough CORs');
    const { id } = await rig.ask('drafts.open', { corIds: [first.id], mode: 'push' });
    const { draft } = await rig.ask('drafts.get', { id });

    const refused = rig.ask('drafts.save', { id, draft: { ...draft, corIds: [first.id, second.id] } });

    await expect(refused).rejects.toThrow(/no COR joins it/);
  });
});
