import { describe, expect, test } from 'vitest';
import {
  draftOfProposal,
  type ProposalDraft,
  proposalOf,
  proposalProblems,
} from '../../../renderer/screens/projects/proposalDraft.ts';

const proposal = {
  job: '2413',
  officeId: 'o1',
  customerId: 'c7',
  title: 'Boiler Replacement',
  jobNumber: '2413',
  contractValue: '742500.00',
};
const draft: ProposalDraft = draftOfProposal(proposal, [{ id: 'c7', name: 'Pierce Schools', internalId: '101' }]);

describe('a project that will be created from a Sage job', () => {
  test('comes back unchanged when nothing is edited', () => {
    expect(proposalOf(draft)).toEqual(proposal);
  });

  test('shows the amount as people write it and the customer by name', () => {
    expect(draft.contractValue).toBe('742,500.00');
    expect(draft.customer?.name).toBe('Pierce Schools');
  });

  test('keeps every digit of an amount that is typed', () => {
    expect(proposalOf({ ...draft, contractValue: '$12,345,678,901,234.56' }).contractValue).toBe('12345678901234.56');
    expect(proposalOf({ ...draft, contractValue: ' ' }).contractValue).toBeNull();
  });

  test('names what Clearstory would refuse, at its field', () => {
    expect(proposalProblems(draft)).toEqual({});
    const wrong = { ...draft, title: ' ', jobNumber: 'x'.repeat(101), contractValue: '1,2', officeId: '' };
    expect(Object.keys(proposalProblems(wrong)).sort()).toEqual(['contractValue', 'jobNumber', 'officeId', 'title']);
  });
});
