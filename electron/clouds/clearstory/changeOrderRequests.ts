import type { Cor } from '#shared/domain/cor.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import type { CorPage, CorQuery } from '../../engine/ports/cloudAccount.ts';
import { corFromWire } from './mapping.ts';
import { pageSize, readChangedRows } from './paging.ts';
import type { Transport } from './transport.ts';
import { wireRowKeySchema } from './wire.ts';

/** Addresses stay below 4 kB: proxies and servers commonly cut at 8 kB, some at 4 (confidence med). */
const maxIdsLength = 3_500;

/** The ids in groups that each fit into one address. */
export function chunkIds(ids: readonly string[], maxLength = maxIdsLength): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let room = 0;
  for (const id of new Set(ids)) {
    const length = encodeURIComponent(id).length + 1;
    const current = chunks.at(-1);
    if (current === undefined || length > room) {
      chunks.push([id]);
      room = maxLength - length;
    } else {
      current.push(id);
      room -= length;
    }
  }
  return chunks;
}

/** Sent before received: of a COR that is in both with the same date, the sent view stays. */
const inboxes = ['sent', 'received'] as const;

/** All CORs of the projects since an instant, of both inboxes. No projects means no CORs, never all of them. */
export async function readCors(transport: Transport, query: CorQuery): Promise<Result<CorPage>> {
  const cors = new Map<string, Cor>();
  const unreadable = new Map<string, CorPage['unreadable'][number]>();
  let rowsRead = 0;
  const since = query.updatedFrom === null ? null : new Date(query.updatedFrom).toISOString();

  for (const projectIds of chunkIds(query.projectIds)) {
    for (const inbox of inboxes) {
      const take = (rows: readonly unknown[]) => {
        rowsRead += rows.length;
        for (const row of rows) {
          const mapped = corFromWire(row, inbox);
          if (mapped.ok) keepNewest(cors, mapped.value);
          else keepUnreadable(unreadable, row, mapped.reason);
        }
        query.onRows?.(rowsRead);
      };
      const done = await readChangedRows(
        (from, offset) =>
          transport.page(
            '/cors',
            {
              inbox,
              projectIds: projectIds.join(','),
              sortBy: 'updatedAt',
              sortDirection: 'asc',
              limit: pageSize,
              offset,
              fromUpdatedAt: from,
              // Only the sent inbox takes it; a mapped project may be archived before its last CORs are settled.
              includeFromArchivedProjects: inbox === 'sent' ? true : null,
            },
            'the change order requests',
          ),
        since,
        take,
      );
      if (!done.ok) return done;
    }
  }

  const sorted = [...cors.values()].sort((a, b) =>
    a.updatedAt === b.updatedAt ? 0 : a.updatedAt < b.updatedAt ? -1 : 1,
  );
  return succeed({ cors: sorted, unreadable: [...unreadable.values()], rowsRead });
}

function keepNewest(cors: Map<string, Cor>, cor: Cor): void {
  const known = cors.get(cor.id);
  if (known === undefined || known.updatedAt < cor.updatedAt) cors.set(cor.id, cor);
}

/** Kept whole and once per id; without an id the row itself tells it apart. */
function keepUnreadable(kept: Map<string, CorPage['unreadable'][number]>, row: unknown, reason: string): void {
  const payload = JSON.stringify(row) ?? '';
  const id = wireRowKeySchema.safeParse(row).data?.id ?? '';
  kept.set(id === '' ? payload : id, { id, reason, payload });
}
