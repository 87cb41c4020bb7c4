import { describe, expect, it } from 'vitest';
import {
  externalProject,
  jobImportUnmet,
  numberDifference,
  type ProjectFacts,
  projectExportUnmet,
  projectLinkRefusal,
} from '#shared/domain/procore/rules/project.ts';
import { phaseEstimate, phaseImportUnmet, subJobExportUnmet } from '#shared/domain/procore/rules/subJob.ts';
import { procoreCode } from './codesGiven.ts';
import { company, project } from './plans/given.ts';

const facts: ProjectFacts = {
  codes: [procoreCode('12-100', { costTypes: ['L'] })],
  sageList: '5512',
  listKnown: true,
};
const job = { number: '2402', name: 'Pier 9', inactive: false };

describe('projects and jobs', () => {
  it('R-013 a project on the list of Sage, active, with a type for each code can be sent', () => {
    expect(projectExportUnmet(project(), facts)).toEqual([]);
  });

  it('R-013 says the first condition that is not met first', () => {
    const codes = [procoreCode('12-100'), procoreCode('12-200', { costTypes: ['L'] })];
    const unmet = projectExportUnmet(project({ active: false, costCodeList: '77' }), { ...facts, codes });
    expect(unmet.map(({ field }) => field)).toEqual(['active', 'costCodeList', 'costTypes']);
    expect(unmet[2]?.value).toBe('12-100');
  });

  it('R-013 waits until the list is in Procore, and until the project was read', () => {
    expect(projectExportUnmet(project(), { ...facts, sageList: null })[0]?.sentence).toMatch(/under Cost codes/);
    expect(projectExportUnmet(project(), { ...facts, listKnown: false })[0]?.sentence).toMatch(/has not been read yet/);
  });

  it('R-013 asks no cost type of a heading', () => {
    const heading = procoreCode('12', { id: 'h' });
    const codes = [heading, procoreCode('12-100', { parent: 'h', costTypes: ['L'] })];
    expect(projectExportUnmet(project(), { ...facts, codes })).toEqual([]);
  });

  it('R-014 both can be linked unless one of them is linked with another', () => {
    const none = { ofProject: null, ofJob: null };
    expect(projectLinkRefusal(project(), job, none)).toBeNull();
    expect(projectLinkRefusal(project(), job, { ofProject: '7', ofJob: null })).toMatch(/is job 7 in Sage already/);
    expect(projectLinkRefusal(project(), job, { ofProject: null, ofJob: '1' })).toMatch(/another project/);
    expect(projectLinkRefusal(null, job, none)).toMatch(/Procore any more/);
    expect(projectLinkRefusal(project(), null, none)).toMatch(/Sage any more/);
  });

  it('R-017 a job is refused while a cost code has no category, naming the codes', () => {
    const codes = [
      { code: '12.100', types: ['2'] },
      { code: '16100.000', types: [] },
    ];
    const unmet = jobImportUnmet(job, codes, { sageList: '5512', given: [] });
    expect(unmet).toMatchObject([{ rule: 'R-017', field: 'costTypes', value: '16100' }]);
    expect(jobImportUnmet(job, codes, { sageList: '5512', given: ['2'] })).toEqual([]);
  });

  it('R-017 waits for the list of cost codes, and passes over no inactive job', () => {
    expect(jobImportUnmet(job, [], { sageList: null, given: [] })).toMatchObject([{ field: 'costCodeList' }]);
    expect(jobImportUnmet({ ...job, inactive: true }, [], { sageList: '1', given: [] })).toMatchObject([
      { field: 'inactive' },
    ]);
  });

  it('R-024 a phase comes in only under a project that is linked', () => {
    const phase = { job: '2402', number: '3' };
    expect(phaseImportUnmet(phase, true)).toEqual([]);
    expect(phaseImportUnmet(phase, false)).toMatchObject([{ rule: 'R-024', value: '2402' }]);
  });

  it('R-024 shows the estimate of a phase only while the budget is unlocked', () => {
    expect(phaseEstimate('1200.00', false)).toBe('1200.00');
    expect(phaseEstimate('1200.00', true)).toBeNull();
  });

  it('R-025 a sub job is never sent', () => {
    expect(subJobExportUnmet({ code: 'P1', name: 'Phase 1' })).toMatchObject([{ rule: 'R-025', value: 'P1' }]);
  });

  it.each([
    ['2402', '2402', null],
    ['02402', '2402', /leading zeros only/],
    ['24-02', '2402', /The project is 24-02, the job is 2402\.$/],
    ['', '2402', /no number/],
  ])('R-095 compares project %j with job %j by every character', (number, of, words) => {
    const difference = numberDifference(number, of);
    if (words === null) expect(difference).toBeNull();
    else expect(difference).toMatch(words);
  });

  it('belong to the connector that integrates them', () => {
    expect(externalProject(project({ erpIntegrated: true }), company)).toMatch(/another connector integrates/);
    expect(externalProject(project(), company)).toBeNull();
  });
});
