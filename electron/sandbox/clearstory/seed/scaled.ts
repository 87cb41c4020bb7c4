import type { SandboxCor } from '../state.ts';
import { pick, uuidOf } from './chance.ts';
import { bucketsOf } from './cors.ts';

const firstInstant = Date.parse('2026-01-02T16:00:00.000Z');
const lastInstant = Date.parse('2026-11-20T23:00:00.000Z');

/** Copies of the story's requests for benchmarks: `scale` 1 adds none, 1,000 makes more than 100,000 in all. */
export function scaledCors(story: readonly SandboxCor[], scale: number, firstId: number): readonly SandboxCor[] {
  const copies: SandboxCor[] = [];
  for (let round = 2; round <= scale; round += 1) {
    for (const cor of story) {
      const key = `${round}:${cor.uuid}`;
      const requested = `${1 + pick(key, 60_000)}.${String(pick(`${key}:cents`, 100)).padStart(2, '0')}`;
      const updatedAt = new Date(firstInstant + pick(`${key}:at`, lastInstant - firstInstant)).toISOString();
      copies.push({
        ...cor,
        id: firstId + copies.length,
        uuid: uuidOf(key),
        corNumber: `${cor.corNumber}-${round}`,
        description: `<p>${cor.title.replaceAll('&', '&amp;')}</p>`,
        requestedAmount: requested,
        ...bucketsOf(cor.status, requested),
        tagIds: [],
        manualTmTag: null,
        integrationMetadata: [],
        createdAt: new Date(firstInstant).toISOString(),
        updatedAt,
      });
    }
  }
  return copies;
}
