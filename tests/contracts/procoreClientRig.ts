import { createProcoreAccount, type ProcoreClient } from '../../electron/clouds/procore/client.ts';
import { sandboxCredentials } from '../../electron/sandbox/procore/oauth.ts';
import type { ProcoreSandboxOptions } from '../../electron/sandbox/procore/server.ts';
import { type ProcoreRig, startProcoreRig } from './procoreSandboxRig.ts';

export const all = { updatedFrom: null };

export type ClientRig = ProcoreRig & { readonly account: ProcoreClient };

/** The practice Procore, and the client of it. */
export async function startClientRig(options: Partial<ProcoreSandboxOptions> = {}): Promise<ClientRig> {
  const rig = await startProcoreRig(options);
  const account = createProcoreAccount({
    fetch,
    clock: rig.clock,
    random: { fraction: () => 0.5, uuid: () => '00000000-0000-4000-8000-000000000000' },
    environment: { loginBase: rig.sandbox.url, apiBase: rig.sandbox.url },
    companyId: () => rig.sandbox.companyId,
    credentials: () => sandboxCredentials,
  });
  return { ...rig, account };
}
