import { describe, expect, it } from 'vitest';
import { standardDefaults } from '#shared/domain/mapping.ts';
import { startRig } from './rig.ts';
import { coded, corsOf, isToPush, mapJob, push } from './steps.ts';

const all = { search: '', offset: 0, limit: 200 } as const;

describe('project mapping', () => {
  it('suggests a likely job but takes none', async () => {
    const rig = await startRig();
    await rig.sync('sage', 'clearstory');
    const { rows, counts } = await rig.ask('projects.list', { tab: 'notMapped', ...all });
    expect(counts.mapped).toBe(0);
    const suggested = rows.map(({ suggestion }) => suggestion?.job);
    expect(suggested).toContain('2401');
    const pier = rows.find(({ project }) => /pier 24/i.test(project.title));
    expect(pier?.suggestion).toMatchObject({ job: '2408' });
  });

  it('dims closed, inactive and already mapped jobs with the reason, and refuses them', async () => {
    const rig = await startRig();
    const first = await mapJob(rig, '2401');
    const { rows } = await rig.ask('projects.list', { tab: 'notMapped', ...all });
    const other = rows.find(({ project }) => project.id !== first)?.project.id ?? '';
    const { choices } = await rig.ask('projects.jobChoices', { projectId: other, search: '' });
    const refusalOf = (job: string) => choices.find((choice) => choice.job.number === job)?.refusal;
    expect(refusalOf('2303')).toBe('This job is 6-Closed.');
    expect(refusalOf('2308')).toBe('This job is marked inactive.');
    expect(refusalOf('2401')).toMatch(/^Mapped to Lincoln Elementary Seismic Upgrade already\.$/);
    expect(refusalOf('2402')).toBeNull();
    for (const job of ['2303', '2308', '2401']) {
      const failure = await rig.refused('projects.map', { projectId: other, job, defaults: standardDefaults });
      expect(failure.sentence).toContain(`Job ${job}`);
    }
  });

  it('refuses to unmap while change orders are linked, and unmaps afterwards', async () => {
    const rig = await startRig();
    const project = await mapJob(rig, '2402');
    const cor = (await corsOf(rig, project)).find(({ sage, status }) => sage === 'notInSage' && status !== 'draft');
    await push(rig, [cor?.id ?? ''], coded);
    expect(await rig.refused('projects.unmap', { projectId: project })).toMatchObject({
      sentence: 'One COR is linked to change orders of job 2402: unlink them first.',
    });
    await rig.ask('cors.unlink', { corId: cor?.id ?? '', reason: 'Mapped to the wrong job' });
    await rig.ask('projects.unmap', { projectId: project });
    expect((await rig.ask('projects.list', { tab: 'mapped', ...all })).total).toBe(0);
  });

  it('does not push a COR again that Clearstory moved to another project meanwhile', async () => {
    const rig = await startRig();
    const project = await mapJob(rig, '2402');
    const cor = (await corsOf(rig, project)).find(isToPush);
    const id = cor?.id ?? '';
    await push(rig, [id]);
    const other = await mapJob(rig, '2401');
    const known = rig.store.cors.get(id);
    if (known === null) throw new Error('No COR');
    rig.store.cors.upsert([{ ...known, projectId: other }], true);
    const opened = await rig.ask('drafts.open', { corIds: [id], mode: 'push' });
    const { plan, refusals } = await rig.ask('drafts.preview', { id: opened.id });
    expect(plan).toBeNull();
    expect(refusals.map(({ sentence }) => sentence).join(' ')).toContain('is in change order');
  });

  it('uses the mapping’s phase, type and template for new drafts', async () => {
    const rig = await startRig();
    const project = await mapJob(rig, '2401');
    const defaults = {
      ...standardDefaults,
      phase: '1',
      changeOrderType: '20',
      template: [
        { description: 'Labor', costCode: '3300.000', costType: '2', percent: '60', multiplier: '0.9' },
        { description: 'Material', costCode: '3300.000', costType: '1', percent: '40', multiplier: '0.8' },
      ],
    };
    await rig.ask('projects.map', { projectId: project, job: '2401', defaults });
    const cor = (await corsOf(rig, project)).find(({ status }) => status === 'approved_co_issued');
    const { id } = await rig.ask('drafts.open', { corIds: [cor?.id ?? ''], mode: 'push' });
    const { draft } = await rig.ask('drafts.get', { id });
    expect(draft.header).toMatchObject({ phase: '1', type: '20', status: '1' });
    expect(draft.budget.map(({ costType, share, multiplier }) => [costType, share, multiplier])).toEqual([
      ['2', '60', '0.9'],
      ['1', '40', '0.8'],
    ]);
  });

  it('does not push a COR that Clearstory’s own Sage integration has pushed, and says so', async () => {
    const rig = await startRig();
    const project = await mapJob(rig, '2406');
    const external = (await corsOf(rig, project)).find(({ sage }) => sage === 'external');
    const failure = await rig.refused('drafts.open', { corIds: [external?.id ?? ''], mode: 'push' });
    expect(failure).toMatchObject({ code: 'cor.external', sentence: expect.stringContaining('in Sage already') });
    expect((await rig.ask('cors.get', { id: external?.id ?? '' })).addRefusal).toBe(failure.sentence);
  });
});
