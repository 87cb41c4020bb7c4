import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filePolicy } from '../../../electron/hosts/policy/policySource.ts';
import { openPolicy, type PolicyWatch } from '../../../electron/hosts/policy/watchPolicy.ts';

type Policed = { readonly policy: PolicyWatch; readonly set: (value: unknown) => void; readonly file: string };

/** A policy file as root would keep it, owned here by whoever runs the test. */
export async function policed(home: { readonly folder: string }, value: unknown): Promise<Policed> {
  const folder = join(home.folder, '..', 'etc');
  mkdirSync(folder, { mode: 0o755 });
  const file = join(folder, 'policy.json');
  const set = (next: unknown) => {
    if (next === null) rmSync(file, { force: true });
    else writeFileSync(file, JSON.stringify(next), { mode: 0o644 });
  };
  set(value);
  return { file, set, policy: await openPolicy(filePolicy(file, [process.getuid?.() ?? 0])) };
}
