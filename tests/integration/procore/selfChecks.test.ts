import { expect, it } from 'vitest';
import { startProcoreEngine } from './rig.ts';

it('a company that uses Procore alone has its self-checks in order without a key of Clearstory', async () => {
  const rig = await startProcoreEngine({ clearstoryKey: false });
  const { checks } = await rig.ask('diagnostics.run', {});
  const ids = checks.map(({ id }) => id);
  expect(ids).toContain('procore');
  expect(ids.filter((id) => id.startsWith('clearstory') || id === 'key')).toEqual([]);
});
