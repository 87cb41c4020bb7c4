import type { ProcoreStore } from '../../engine/ports/procoreStore.ts';
import type { Scope } from '../scope.ts';
import { createProcoreActs } from './procoreActs.ts';
import { createProcoreDecisions } from './procoreDecisions.ts';
import { createProcoreLinks } from './procoreLinks.ts';
import { createProcoreRecords } from './procoreRecords.ts';

/** What is remembered of Procore for one company. */
export function createProcoreStore(scope: Scope): ProcoreStore {
  return {
    records: createProcoreRecords(scope),
    links: createProcoreLinks(scope),
    decisions: createProcoreDecisions(scope),
    acts: createProcoreActs(scope),
  };
}
