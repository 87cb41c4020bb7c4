import type { ItemKindModule } from '../../kindModule.ts';
import { partnersOf } from '../commitments/lookups.ts';
import { acceptCommitment, commitmentChoices, commitmentOf } from './accept.ts';
import { compareCommitment } from './compare.ts';
import { commitmentItem, commitmentItems } from './items.ts';
import { commitmentPartners, linkCommitment } from './partners.ts';
import { settleCommitment } from './settle.ts';
import { unlinkCommitment } from './unlink.ts';

/** Commitments of Procore: subcontracts (6-7-1) and purchase orders (6-6-1). They go to Sage only. */
export const commitmentModule: ItemKindModule = {
  kind: 'commitment',
  items: commitmentItems,
  item: commitmentItem,
  compare: compareCommitment,
  choices: commitmentChoices,
  source: (context, key) => {
    const commitment = commitmentOf(context, key);
    if (commitment === null) return null;
    // Changes of it are items of their own.
    const { updatedAt, approvedChanges, ...source } = commitment;
    return { ...source, ...partnersOf(context, commitment.project, commitment.vendor, commitment.lines) };
  },
  accept: acceptCommitment,
  settleTransfer: settleCommitment,
  // The pair is kept before Procore is told: nothing is left to do.
  settleAct: () => undefined,
  partners: commitmentPartners,
  link: linkCommitment,
  unlink: unlinkCommitment,
};
