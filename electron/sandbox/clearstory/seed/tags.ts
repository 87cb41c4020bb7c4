import type { SandboxTag } from '../state.ts';
import { daysLater, pick, uuidOf } from './chance.ts';
import type { StoryCor } from './corTable.ts';
import { tagCountOf } from './details.ts';

/** The signed T&M tags of one request, numbered on from `firstNumber`. */
export function tagsOf(cor: StoryCor, projectId: number, firstNumber: number): readonly SandboxTag[] {
  return Array.from({ length: tagCountOf(cor) }, (_, index) => {
    const number = firstNumber + index;
    const key = `tag:${cor.job}/${cor.number}:${index}`;
    return {
      id: 80_000 + number,
      uuid: uuidOf(key),
      number,
      title: cor.title,
      status: 'signed',
      inbox: cor.inbox,
      projectId,
      workDescription: `Day ${index + 1}: ${cor.title}`,
      costCode: pick(key, 2) === 0 ? null : `${1 + pick(`${key}:code`, 16)}-${100 + pick(`${key}:sub`, 9) * 100}`,
      customerReferenceNumber: cor.reference,
      dateOfWorkPerformed: `${daysLater(cor.submitted ?? '2026-09-01', -5 + index)}T00:00:00.000Z`,
      hoursST: `${4 + pick(`${key}:st`, 24)}.${pick(`${key}:half`, 2) === 0 ? '0' : '5'}`,
      hoursOT: `${pick(`${key}:ot`, 6)}.0`,
      hasAssociatedCor: true,
    };
  });
}
