import { describe, expect, it } from 'vitest';
import { type JobCreate, planJobCreate } from '#shared/domain/plans/job.ts';
import { codeList, planning, planOf, project, refusalsOf, valuesOf } from './given.ts';

const input = (change: Partial<JobCreate> = {}): JobCreate => ({
  ...planning,
  project: project(),
  choices: { number: '2402', status: '4', client: '' },
  used: [
    { code: '12.100', name: 'Wiring' },
    { code: '16100.000', name: 'Panels' },
  ],
  costCodes: codeList('12.100', '16100.000'),
  division: '',
  taken: null,
  ...change,
});

describe('a new job from a project of Procore', () => {
  it('R-015 has the job number that was typed, whatever the number of the project is', () => {
    const plan = planOf(planJobCreate(input()));
    expect(plan).toMatchObject({
      kind: 'job.create',
      businessKey: 'job/2402',
      target: { job: '2402', table: 'actrec', record: null, number: '2402' },
    });
    expect(plan.steps[0]).toMatchObject({ table: 'actrec', op: 'insert' });
    expect(plan.steps[0] && valuesOf(plan.steps[0])).toMatchObject({
      recnum: '2402',
      jobnme: 'Pier 9 Tenant Improvements',
      shtnme: 'Pier 9 Tenant Improvements',
      status: '4',
      clnnum: null,
      addrs1: '9 Pier St',
      ctynme: 'Oakland',
      state_: 'CA',
      zipcde: '94607',
    });
  });

  it.each([
    ['24-017', /'24-017' is not a whole number/],
    ['', /Job number is empty/],
    ['02402', /begins with zero, and Sage would keep 2402/],
  ])('R-015 refuses the job number %j, because Sage keeps it as a number', (number, words) => {
    expect(refusalsOf(planJobCreate(input({ choices: { number, status: '4', client: '' } })))[0]).toMatch(words);
  });

  it('R-015 refuses a job number that is taken', () => {
    expect(refusalsOf(planJobCreate(input({ taken: { name: 'Old Pier' } })))[0]).toMatch(/taken in Sage by Old Pier/);
  });

  it('R-016 makes a budget with one row without money for each code', () => {
    const { steps, controls } = planOf(planJobCreate(input()));
    expect(steps.map(({ id, table }) => `${table} ${id}`)).toEqual([
      'actrec job',
      'budget budget',
      'bdglin row.12.100',
      'bdglin row.16100.000',
    ]);
    const [, header, row] = steps;
    expect(header && valuesOf(header)).toMatchObject({ recnum: '2402', lckedt: '0' });
    expect(row && valuesOf(row)).toMatchObject({
      recnum: '2402',
      phsnum: '0',
      cstcde: '12.100',
      matbdg: '0.00',
      usrcs9: '0.00',
      ttlbdg: '0.00',
      hrsbdg: '0.00',
      estunt: '0.0000',
    });
    expect(row?.columns.find(({ column }) => column === '_idref')?.cell).toMatchObject({
      kind: 'copy',
      step: 'budget',
    });
    expect(controls).toMatchObject({ lines: 2, sums: [{ label: 'Budget', amount: '0.00' }] });
  });

  it('R-016 makes codes that Sage lacks first, in the division of their neighbour, and says so', () => {
    const { steps, warnings, checks } = planOf(planJobCreate(input({ costCodes: codeList('12.000', '16100.000') })));
    expect(steps[0]).toMatchObject({ table: 'cstcde', id: 'code.12.100' });
    expect(steps[0] && valuesOf(steps[0])).toMatchObject({
      recnum: '12.100',
      cdenme: 'Wiring',
      divnum: '12',
      inactv: 'N',
    });
    expect(warnings).toEqual([expect.stringContaining('Cost code 12.100 Wiring is new in Sage')]);
    expect(checks).toContainEqual(
      expect.objectContaining({ table: 'cstcde', where: { recnum: '12.100' }, expect: 'none' }),
    );
  });

  it('asks for what Sage keeps shorter instead of cutting it', () => {
    const name = 'Pier 9 Tenant Improvements, East Wing';
    const planned = planJobCreate(input({ project: project({ name }) }));
    expect(planned).toMatchObject({
      ok: false,
      refusals: [{ field: 'shortName', sentence: expect.stringMatching(/37.*30/) }],
    });
    const choices = { number: '2402', status: '4', client: '', shortName: 'Pier 9 East' };
    const [step] = planOf(planJobCreate(input({ project: project({ name }), choices }))).steps;
    expect(step && valuesOf(step)).toMatchObject({ jobnme: name, shtnme: 'Pier 9 East' });
  });

  it('refuses a client that is no number, and looks for the client again before writing', () => {
    expect(refusalsOf(planJobCreate(input({ choices: { number: '2402', status: '4', client: 'Bay' } })))[0]).toMatch(
      /Client/,
    );
    const { checks } = planOf(planJobCreate(input({ choices: { number: '2402', status: '4', client: '44' } })));
    expect(checks).toContainEqual(expect.objectContaining({ table: 'reccln', where: { recnum: '44' }, expect: 'one' }));
  });
});
