import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '#shared/domain/certificate.ts';
import { changeOrderPlanKinds, itemPlanKinds, planKinds } from '#shared/domain/plan.ts';
import { uncertified } from '#shared/domain/plans/uncertified.ts';
import { type Inspection, markerStores } from '#shared/domain/sage/catalog.ts';
import { allHindrances, modeOf, type WriteCircumstances, writeDecision, writeModes } from '#shared/domain/writeMode.ts';
import { certificate } from '../contracts/storeRig.ts';
import { budget, given, header, planned, subBudget } from './planner/given.ts';

const inspection = (change: Partial<Inspection> = {}, fingerprint = 'as it was'): Inspection => ({
  catalog: {
    fingerprint,
    readAt: '2026-11-30T10:00:00.000Z',
    serverVersion: '16.0.1000.6',
    differences: [],
    limits: {},
    allocations: {},
  },
  rights: [
    { on: 'prmchg', right: 'INSERT', purpose: 'write', held: true },
    { on: 'push_marker', right: 'INSERT', purpose: 'marker', held: true },
    { on: 'login', right: 'db_owner', purpose: 'excess', held: false },
  ],
  marker: { store: 'companionDatabase', problem: null },
  serverTime: null,
  ...change,
});

const everyKind: Certificate = certificate({ kinds: [...planKinds] });

const live = (change: Partial<WriteCircumstances> = {}): WriteCircumstances => ({
  companyKind: 'live',
  chosen: 'direct',
  markerStore: 'companionDatabase',
  inspection: inspection(),
  certificates: [everyKind],
  ...change,
});

const codes = (change: Partial<WriteCircumstances>) =>
  allHindrances(writeDecision(live(change))).map(({ code }) => code);

describe('how a company is written to', () => {
  it('is directly for a sample company, and not at all for a real one, until somebody chooses', () => {
    expect(modeOf(writeDecision(live({ companyKind: 'sample', chosen: null, inspection: null })))).toBe('direct');
    expect(modeOf(writeDecision(live({ chosen: null })))).toBe('readOnly');
  });

  it('is what was chosen where that writes nothing by itself', () => {
    for (const chosen of ['readOnly', 'handEntry'] as const) {
      const decision = writeDecision(live({ chosen, inspection: null, certificates: [] }));
      expect([modeOf(decision), allHindrances(decision)]).toEqual([chosen, []]);
      expect(modeOf(writeDecision(live({ companyKind: 'sample', chosen })))).toBe(chosen);
    }
  });

  it('is direct for a real company when nothing hinders it', () => {
    const decision = writeDecision(live());
    expect(new Set(planKinds.map((kind) => decision.kinds[kind].mode))).toEqual(new Set(['direct']));
  });

  it('is read-only before the first inspection', () => {
    expect(codes({ inspection: null })).toEqual(['write.notInspected']);
  });

  it('is read-only for the kinds that a difference of the schema blocks, and direct for the others', () => {
    const difference = {
      table: 'sbcgln',
      column: 'bdgprc',
      aspect: 'type',
      expected: 'decimal(12,2)',
      found: 'float',
      effect: 'blocks',
      kinds: ['changeOrder.update'],
      sentence: 'Budget Amount holds floats.',
    } as const;
    const { catalog } = inspection();
    const found = inspection({ catalog: { ...catalog, differences: [difference] } });
    const decision = writeDecision(live({ inspection: found }));
    expect(decision.kinds['changeOrder.update']).toMatchObject({
      mode: 'readOnly',
      hindrances: [{ code: 'write.catalog', sentence: 'Budget Amount holds floats.' }],
    });
    expect(decision.kinds['changeOrder.create'].mode).toBe('direct');
    const harmless = { ...difference, effect: 'note' as const };
    expect(codes({ inspection: inspection({ catalog: { ...catalog, differences: [harmless] } }) })).toEqual([]);
  });

  it('names every right that is missing and every one that is too much', () => {
    const rights: Inspection['rights'] = [
      { on: 'prmchg', right: 'INSERT', purpose: 'write', held: false },
      { on: 'actrec', right: 'SELECT', purpose: 'read', held: false },
      { on: 'login', right: 'sysadmin', purpose: 'excess', held: true },
      { on: 'prmchg', right: 'DELETE', purpose: 'excess', held: true },
      { on: 'every table', right: 'INSERT', purpose: 'excess', held: true },
    ];
    const sentences = allHindrances(writeDecision(live({ inspection: inspection({ rights }) })));
    expect(sentences.map(({ sentence }) => sentence)).toEqual([
      'The login lacks the right INSERT on prmchg.',
      'The login lacks the right SELECT on actrec.',
      'The login is sysadmin, which may do far more than Plumbline needs.',
      'The login holds the right DELETE on prmchg, which Plumbline never uses.',
      'The login holds the right INSERT on every table, which Plumbline never uses.',
    ]);
  });

  it('is not hindered by a right that only plans of other kinds need', () => {
    const rights: Inspection['rights'] = [
      { on: 'pchord', right: 'INSERT', purpose: 'write', held: false },
      { on: 'pchord.pchbal', right: 'UPDATE', purpose: 'write', held: false },
      { on: 'pcorln', right: 'SELECT', purpose: 'read', held: false },
    ];
    const { kinds } = writeDecision(live({ inspection: inspection({ rights }) }));
    expect(kinds['changeOrder.create'].hindrances).toEqual([]);
    expect(kinds['purchaseOrder.create'].hindrances.map(({ code }) => code)).toEqual(['write.rights', 'write.rights']);
    expect(kinds['purchaseOrderChange.append'].hindrances.map(({ sentence }) => sentence)).toEqual([
      'The login lacks the right UPDATE on pchord.pchbal.',
      'The login lacks the right SELECT on pcorln.',
    ]);
  });

  it('needs rights on the companion database only where the proofs are kept there', () => {
    const rights: Inspection['rights'] = [{ on: 'push_marker', right: 'INSERT', purpose: 'marker', held: false }];
    expect(codes({ inspection: inspection({ rights }) })).toEqual(['write.rights']);
    const inRecords = inspection({ rights, marker: { store: 'recordFields', problem: null } });
    expect(codes({ markerStore: 'recordFields', inspection: inRecords })).toEqual([]);
  });

  it('needs a place for the proofs that was inspected and can be used', () => {
    const problem = inspection({ marker: { store: 'companionDatabase', problem: 'no such table.' } });
    expect(codes({ inspection: problem })).toEqual(['write.marker']);
    expect(codes({ markerStore: 'recordFields' })).toEqual(['write.marker']);
  });

  it('needs a certificate of this kind, made on exactly this schema', () => {
    expect(codes({ certificates: [] })).toEqual(Array(4).fill('write.certificate'));
    expect(codes({ inspection: inspection({}, 'after an update of Sage') })).toEqual(
      Array(4).fill('write.certificateVoid'),
    );
    const creates = writeDecision(live({ certificates: [certificate()] }));
    expect(changeOrderPlanKinds.map((kind) => creates.kinds[kind].mode)).toEqual([
      'direct',
      ...Array(3).fill('readOnly'),
    ]);
    expect(planKinds.filter((kind) => creates.kinds[kind].mode === 'direct')).toEqual(['changeOrder.create']);
  });

  it('is hand entry for what comes out of Procore and was not compared, and direct for what was', () => {
    const { kinds } = writeDecision(live({ certificates: [certificate({ kinds: ['vendor.create'] })] }));
    expect(kinds['vendor.create'].mode).toBe('direct');
    expect(kinds['subcontract.create']).toMatchObject({
      mode: 'handEntry',
      hindrances: [
        { code: 'write.certificate', sentence: expect.stringContaining('New subcontracts have not been compared') },
      ],
    });
    const before = writeDecision(live({ certificates: [], inspection: null }));
    expect(new Set(itemPlanKinds.map((kind) => before.kinds[kind].mode))).toEqual(new Set(['readOnly']));
  });

  it('is not for kinds without a field for the proof where the proofs are kept in the records', () => {
    const kept = {
      markerStore: 'recordFields',
      inspection: inspection({ marker: { store: 'recordFields', problem: null } }),
    } as const;
    for (const companyKind of ['live', 'sample'] as const) {
      const { kinds } = writeDecision(live({ ...kept, companyKind }));
      const direct = planKinds.filter((kind) => kinds[kind].mode === 'direct');
      expect(direct).toEqual([...changeOrderPlanKinds, 'subcontractChange.create']);
      expect(kinds['vendor.create'].hindrances).toMatchObject([
        { code: 'write.unmarked', sentence: expect.stringContaining('New vendors cannot carry the proof') },
      ]);
    }
  });

  it('is never direct for a real company while any hindrance of that kind stands', () => {
    const circumstances = fc.record({
      companyKind: fc.constant('live' as const),
      chosen: fc.constantFrom(null, ...writeModes),
      markerStore: fc.constantFrom(...markerStores),
      inspection: fc.option(
        fc.record({ held: fc.boolean(), excess: fc.boolean(), print: fc.constantFrom('as it was', 'other') }),
      ),
      certificates: fc.uniqueArray(fc.constantFrom(...planKinds)),
    });
    fc.assert(
      fc.property(circumstances, ({ inspection: found, certificates, ...rest }) => {
        const rights: Inspection['rights'] = [
          { on: 'actrec', right: 'SELECT', purpose: 'read', held: found?.held ?? false },
          { on: 'login', right: 'db_owner', purpose: 'excess', held: found?.excess ?? false },
        ];
        const given_ = {
          ...rest,
          inspection: found === null ? null : inspection({ rights }, found.print),
          certificates: certificates.map((kind) => certificate({ kinds: [kind] })),
        };
        const { chosen, kinds } = writeDecision(given_);
        for (const kind of planKinds) {
          const { mode, hindrances } = kinds[kind];
          expect(mode === 'direct').toBe(chosen === 'direct' && hindrances.length === 0);
          if (mode !== 'direct') continue;
          expect([found?.held, found?.excess, found?.print]).toEqual([true, false, 'as it was']);
          expect(certificates).toContain(kind);
          expect(rest.markerStore).toBe('companionDatabase');
        }
      }),
    );
  });
});

describe('what Plumbline itself may write into a real company', () => {
  const open = given({ draft: { header: header({ status: '2', approvedOn: '' }) } });

  it('is a change order that is 2-Open with plain budget lines, until a certificate says otherwise', () => {
    expect(uncertified(planned(open), [])).toEqual([]);
    expect(uncertified(planned(given()), []).map(({ field }) => field)).toEqual(['header.status']);
    const onSubcontract = planned(given({ draft: { budget: [budget(), subBudget({ id: 'b2' })] } }));
    expect(uncertified(onSubcontract, []).map(({ field }) => field)).toEqual(['header.status', 'budget']);
    expect(uncertified(onSubcontract, ['status']).map(({ field }) => field)).toEqual(['budget']);
    expect(uncertified(onSubcontract, ['status', 'subcontract'])).toEqual([]);
  });

  it('goes by the certificates of the same kind and schema', () => {
    const may = (change: Partial<Certificate>) =>
      writeDecision(live({ certificates: [certificate({ parts: ['status'], ...change })] })).kinds['changeOrder.create']
        .may;
    expect(may({})).toEqual(['status']);
    expect(may({ fingerprint: 'other' })).toEqual([]);
    expect(may({ kinds: ['changeOrder.void'] })).toEqual([]);
  });
});
