import { type Result, succeed } from '#shared/domain/failure.ts';
import { type ItemKey, procoreIdOf } from '#shared/domain/procore/item.ts';
import type { Context } from '../context.ts';
import { boardItem } from './board.ts';
import { readProject } from './pull/readProject.ts';

/** Far enough back that nothing of the project is missed. */
const overlapMinutes = 24 * 60;

/** Reads the project of an item again now; what belongs to the whole company comes with the next run. */
export async function checkItem(context: Context, key: ItemKey): Promise<Result<null>> {
  const project = key.kind === 'project' ? procoreIdOf(key) : (boardItem(context, key)?.facts.project ?? null);
  if (project === null || !context.procore.configured()) return succeed(null);
  const { failure } = await readProject(context, project, { overlapMinutes, deep: true });
  context.notify(['procore']);
  return failure === null ? succeed(null) : { ok: false, failure };
}
