import { describe, expect, it } from 'vitest';
import { cor } from './cors.ts';
import { budget, draft, given, header, planned, prime, today } from './given.ts';
import { stepOf, values } from './reading.ts';

describe('the plan of a new change order', () => {
  it('writes the header first, then prime lines, then budget lines, and nothing else', () => {
    const plan = planned(given());
    expect(plan.steps.map(({ id, op, table }) => [id, op, table])).toEqual([
      ['header', 'insert', 'prmchg'],
      ['prime.0', 'insert', 'pmcgln'],
      ['budget.0', 'insert', 'sbcgln'],
    ]);
  });

  it('fills the header column by column; who, when and the numbers are taken at write time', () => {
    expect(values(stepOf(planned(given()), 'header'))).toEqual({
      _idnum: '<rowId>',
      recnum: '<record>',
      chgnum: '<changeNumber>',
      jobnum: '2402',
      phsnum: null,
      chgdte: '2026-11-20',
      dscrpt: 'COR 12 Relocate panel',
      status: '1',
      chgtyp: '20',
      pchord: 'CO-7',
      reason: '',
      delreq: '0',
      dysdly: '0',
      subdte: '2026-11-02',
      aprdte: '2026-11-18',
      ntetxt: '',
      usrdf1: 'PCO-031',
      usrdf2: cor().uuid,
      reqamt: '1000.00',
      appamt: '950.00',
      cstamt: '760.00',
      entdte: today,
      usrnme: '<user>',
      insdte: '<timestamp>',
      insusr: '<user>',
      upddte: '<timestamp>',
      updusr: '<user>',
    });
  });

  it('points each line to the new header twice: by row id and by record number', () => {
    const plan = planned(given());
    const parent = { _idnum: '<rowId>', _idref: '<header._idnum>', recnum: '<header.recnum>', linnum: '<line>' };
    expect(values(stepOf(plan, 'prime.0'))).toEqual({
      ...parent,
      dscrpt: 'COR 12 Relocate panel',
      reqprc: '1000.00',
      aprprc: '950.00',
      cstcde: null,
      csttyp: null,
    });
    expect(values(stepOf(plan, 'budget.0'))).toEqual({
      ...parent,
      dscrpt: 'Panel labor',
      chghrs: '12.50',
      chgunt: '0.0000',
      bdgprc: '760.00',
      cstcde: '16100.000',
      csttyp: '2',
    });
  });

  it('states the rule and the confidence of everything that Sage’s own program would fill in', () => {
    const derived = planned(given()).steps.flatMap(({ table, columns }) =>
      columns
        .filter(({ origin }) => origin === 'derived')
        .map(({ column, why, confidence }) => [`${table}.${column}`, why, confidence]),
    );
    expect(derived).toEqual([
      ['prmchg.reqamt', 'Sum of Requested on the prime lines', 'guess'],
      ['prmchg.appamt', 'Sum of Approved on the prime lines', 'med'],
      ['prmchg.cstamt', 'Sum of Budget Amount on the budget lines', 'med'],
      ['prmchg.entdte', 'Entered today', 'high'],
    ]);
  });

  it('says why of every value that is not as a person entered it', () => {
    const columns = planned(given()).steps.flatMap((step) => step.columns);
    expect(columns.filter(({ origin, why }) => origin !== 'entered' && !why)).toEqual([]);
    const taken = columns.filter(({ cell }) => cell.kind === 'take');
    expect(taken.filter(({ cell }) => cell.kind === 'take' && cell.preview === '')).toEqual([]);
  });

  it('sums the header to the cent over several CORs, credits included', () => {
    const second = cor({ id: 'cor-13', number: '13', requestedAmount: '-400.10', approvedCoIssuedAmount: '-400.10' });
    const credit = { corId: 'cor-13', description: 'COR 13 Credit', requested: '(400.10)', approved: '-$400.10' };
    const plan = planned(
      given({
        cors: [cor(), second],
        draft: {
          corIds: ['cor-12', 'cor-13'],
          prime: [prime(), prime({ ...credit, id: 'p2' })],
          budget: [budget(), budget({ id: 'b2', corId: 'cor-13', share: '-333.33', multiplier: '1' })],
        },
      }),
    );
    const totals = values(stepOf(plan, 'header'));
    expect([totals.reqamt, totals.appamt, totals.cstamt]).toEqual(['599.90', '549.90', '426.67']);
    expect(plan.controls).toEqual({ lines: 4, requested: '599.90', approved: '549.90', budget: '426.67' });
    expect(values(stepOf(plan, 'prime.1'))).toMatchObject({ reqprc: '-400.10', aprprc: '-400.10' });
  });

  it('takes the next number under the lock and shows what it would be now; a typed one is written as it is', () => {
    const next = planned(given());
    expect(next.target).toEqual({ job: '2402', phase: '0', record: null, number: null });
    const number = stepOf(next, 'header').columns.find(({ column }) => column === 'chgnum');
    expect(number?.cell).toEqual({ kind: 'take', rule: 'changeNumber', preview: '1' });
    const typed = planned(given({ draft: { header: header({ numbering: 'typed', number: ' 220-2 ' }) } }));
    expect(values(stepOf(typed, 'header')).chgnum).toBe('220-2');
    expect(typed.target.number).toBe('220-2');
  });

  it('writes no phase as NULL, whichever way the draft says none, and a phase as its number', () => {
    const phases = ['0', '', '1'].map((phase) => planned(given({ draft: { header: header({ phase }) } })));
    expect(phases.map((plan) => values(stepOf(plan, 'header')).phsnum)).toEqual([null, null, '1']);
    expect(phases.map(({ target }) => target.phase)).toEqual(['0', '0', '1']);
  });

  it('writes whole days without leading zeros, as Sage gives them back', () => {
    const plan = planned(given({ draft: { header: header({ delayRequested: ' 007', delayApproved: '-0' }) } }));
    expect(values(stepOf(plan, 'header'))).toMatchObject({ delreq: '7', dysdly: '0' });
  });

  it('gives the reference a reason and never cuts it inside a character or leaves a blank at its end', () => {
    const long = `${'x'.repeat(49)}👷 crew`;
    const columns = (customerReferenceNumber: string | null) =>
      stepOf(planned(given({ cors: [cor({ customerReferenceNumber })] })), 'header').columns;
    const reference = columns(long).find(({ column }) => column === 'usrdf1');
    expect(reference).toMatchObject({ cell: { kind: 'text', text: 'x'.repeat(49) }, origin: 'fixed' });
    expect(reference?.why).toContain('first 50 characters');
    const padded = columns(` ${'y'.repeat(48)}  tail`).find(({ column }) => column === 'usrdf1');
    expect(padded?.cell).toEqual({ kind: 'text', text: 'y'.repeat(48) });
    expect(columns(null).find(({ column }) => column === 'usrdf1')?.cell).toEqual({ kind: 'text', text: '' });
  });

  it('names its sources with the version that is approved, its company, and the job whose transfers it waits for', () => {
    const plan = planned(given());
    expect(plan).toMatchObject({
      format: 1,
      kind: 'changeOrder.create',
      company: 'summit',
      businessKey: 'job/2402',
      sources: [{ corId: 'cor-12', number: '12', snapshotHash: 'hash of cor-12' }],
      title: 'COR 12 into a new change order of job 2402',
    });
  });

  it('has the job, each code and a typed number looked at again under the lock', () => {
    const plan = planned(given({ draft: { header: header({ numbering: 'typed', number: '9', phase: '1' }) } }));
    expect(plan.checks.map(({ table, where, expect: how }) => [table, where, how])).toEqual([
      ['actrec', { recnum: '2402' }, 'one'],
      ['cstcde', { recnum: '12162420.100' }, 'one'],
      ['cstcde', { recnum: '16100.000' }, 'one'],
      ['cstcde', { recnum: '3300.000' }, 'one'],
      ['prmchg', { jobnum: '2402', phsnum: '1', chgnum: '9' }, 'none'],
    ]);
  });

  it('keeps to a job status of the company’s own list when it looks at the job again', () => {
    const input = given();
    const { job } = input.facts;
    const plan = planned({ ...input, facts: { ...input.facts, job: job === null ? null : { ...job, status: '9' } } });
    expect(plan.checks[0]?.columns.status).toEqual(['1', '3', '4', '5', '9']);
  });

  it('marks every row with the COR it is for, and the header with none', () => {
    const plan = planned(given());
    expect(plan.steps.map(({ corId }) => corId)).toEqual([null, 'cor-12', 'cor-12']);
  });

  it('plans prime lines alone (a charge), budget lines alone (a cost absorbed), and amounts of 0.00', () => {
    expect(planned(given({ draft: { budget: [] } })).steps).toHaveLength(2);
    const absorbed = planned(given({ draft: { prime: [] } }));
    expect(values(stepOf(absorbed, 'header'))).toMatchObject({ reqamt: '0.00', appamt: '0.00', cstamt: '760.00' });
    const free = prime({ requested: '0', approved: '0.00' });
    const nothing = planned(given({ draft: draft({ prime: [free], budget: [budget({ share: '0' })] }) }));
    expect(nothing.controls).toEqual({ lines: 2, requested: '0.00', approved: '0.00', budget: '0.00' });
  });
});
