import { describe, expect, it } from 'vitest';
import {
  addTo,
  createNew,
  setNumbering,
  setPhase,
  setStatus,
} from '../../../renderer/screens/addToSage/draft/headerEdits.ts';
import {
  addBudget,
  addPrime,
  applyTemplate,
  hasOwnLines,
  removeBudget,
  splitEvenly,
} from '../../../renderer/screens/addToSage/draft/lineEdits.ts';
import { setShareMode } from '../../../renderer/screens/addToSage/draft/shareMode.ts';
import { budgetLine, primeLine, someCor, someDraft } from './someDraft.ts';

describe('the header of a draft', () => {
  const choice = {
    record: '1041',
    number: '14',
    description: 'Owner changes',
    date: null,
    phase: '2',
    status: '1',
    statusWords: '1-Approved',
    requested: '0.00',
    approved: '0.00',
    lines: 0,
    refusal: null,
  };

  it('takes status and phase of the change order chosen, and gives back what was entered before', () => {
    const before = someDraft();
    const chosen = addTo(choice)(before);
    expect(chosen.target).toEqual({ mode: 'existing', record: '1041' });
    expect([chosen.header.status, chosen.header.phase]).toEqual(['1', '2']);
    expect(createNew(before.header)(chosen)).toEqual(before);
  });

  it('shows the next number of the phase until one is typed', () => {
    const numbers = { '0': '16', '2': '4', '3': null };
    const inPhase = setPhase('2', numbers)(someDraft());
    expect(inPhase.header).toMatchObject({ phase: '2', number: '4' });
    const typed = setNumbering('typed', numbers)(inPhase);
    expect(setPhase('0', numbers)(typed).header).toMatchObject({ phase: '0', number: '4' });
    expect(setPhase('3', numbers)(inPhase).header.number).toBe('');
    expect(setNumbering('next', numbers)({ ...typed, header: { ...typed.header, number: 'COR5' } }).header.number).toBe(
      '4',
    );
  });

  it('clears the approval date with any status but 1-Approved', () => {
    const approved = setStatus('1')(someDraft());
    const dated = { ...approved, header: { ...approved.header, approvedOn: '2026-11-20' } };
    expect(setStatus('1')(dated).header.approvedOn).toBe('2026-11-20');
    expect(setStatus('2')(dated).header.approvedOn).toBe('');
  });
});

describe('the lines of a draft', () => {
  it('adds a prime line for what is left of the COR, with a description of its own within 50 characters', () => {
    const one = addPrime(someCor)(someDraft());
    const two = addPrime(someCor, 'p1')({ ...one, prime: [primeLine('p1'), ...one.prime.slice(1)] });
    expect(one.prime[0]).toMatchObject({ id: 'p1', requested: '1000.00', approved: '0.00' });
    expect(two.prime[1]).toMatchObject({ requested: '400.00' });
    const twice = addPrime(someCor)(one);
    expect(twice.prime[1]?.description).not.toBe(twice.prime[0]?.description);
    expect(twice.prime.every(({ description }) => description.length <= 50)).toBe(true);
  });

  it('takes the approved amount of the COR once the change order is approved', () => {
    const approved = addPrime(someCor)(setStatus('1')(someDraft()));
    expect(approved.prime[0]).toMatchObject({ requested: '1000.00', approved: '900.00' });
  });

  it('starts with the whole price in one budget line, then with what is left', () => {
    const draft = someDraft({ prime: [primeLine('p1')] });
    const first = addBudget('901')(draft);
    expect(first.budget[0]).toMatchObject({ shareMode: 'percent', share: '100', multiplier: '1' });
    const part = { ...first, budget: [budgetLine('b1', { shareMode: 'percent', share: '62.5' })] };
    expect(addBudget('901')(part).budget[1]).toMatchObject({ shareMode: 'percent', share: '37.5' });
    const halved = { ...first, budget: [budgetLine('b1', { share: '250.00' })] };
    expect(addBudget('901')(halved).budget[1]).toMatchObject({ shareMode: 'amount', share: '350.00' });
  });

  it('puts a line behind the one named, else behind the last of its COR, and never gives an id twice', () => {
    const draft = someDraft({
      budget: [budgetLine('b1'), budgetLine('b2'), budgetLine('b3', { corId: '902' })],
    });
    expect(addBudget('901', 'b1')(draft).budget.map(({ id }) => id)).toEqual(['b1', 'b4', 'b2', 'b3']);
    expect(addBudget('901')(draft).budget.map(({ id }) => id)).toEqual(['b1', 'b2', 'b4', 'b3']);
    const ids = addBudget('901')(addBudget('901')(removeBudget('b1')(draft))).budget.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('splits a price evenly to the cent', () => {
    const budget = [budgetLine('b1'), budgetLine('b2', { shareMode: 'percent' }), budgetLine('b3')];
    const split = splitEvenly('901')(someDraft({ prime: [primeLine('p1', { requested: '100.00' })], budget }));
    expect(split.budget.map(({ shareMode, share }) => [shareMode, share])).toEqual([
      ['amount', '33.34'],
      ['amount', '33.33'],
      ['amount', '33.33'],
    ]);
  });

  it('replaces new lines by a template and keeps those that are in Sage', () => {
    const draft = someDraft({
      budget: [budgetLine('b1', { line: '1' }), budgetLine('b2'), budgetLine('b3', { corId: '902' })],
    });
    const template = [{ description: 'Labor', costCode: '3100.000', costType: '2', percent: '60', multiplier: '0.8' }];
    const after = applyTemplate('901', template)(draft).budget;
    expect(after.map(({ description }) => description)).toEqual(['Line b1', 'Labor', 'Line b3']);
    expect(after[1]).toMatchObject({ shareMode: 'percent', share: '60', multiplier: '0.8', line: null });
    expect([hasOwnLines(draft, '901'), hasOwnLines(draft, '903')]).toEqual([true, false]);
  });

  it('turns a share into percent and back without moving a cent', () => {
    const draft = someDraft({ prime: [primeLine('p1')], budget: [budgetLine('b1', { share: '123.45' })] });
    const percent = setShareMode('b1', 'percent')(draft);
    expect(percent.budget[0]).toMatchObject({ shareMode: 'percent', share: '20.575' });
    expect(setShareMode('b1', 'amount')(percent).budget[0]).toMatchObject({ share: '123.45' });
    expect(setShareMode('b1', 'amount')(draft)).toBe(draft);
  });

  it('leaves an empty share where there is no price to take a percentage of', () => {
    const draft = someDraft({ budget: [budgetLine('b1', { share: '5.00' })] });
    expect(setShareMode('b1', 'percent')(draft).budget[0]?.share).toBe('');
  });
});
