import { createProcoreAccount, type ProcoreClient } from '../../electron/clouds/procore/client.ts';
import { sandboxCredentials } from '../../electron/sandbox/procore/oauth.ts';
import type { ProcoreRig } from './procoreSandboxRig.ts';

/** The product's own client of the practice server. */
export function accountOf(rig: ProcoreRig): ProcoreClient {
  const { url, companyId } = rig.sandbox;
  return createProcoreAccount({
    clock: rig.clock,
    random: { fraction: () => 0.5, uuid: () => '00000000-0000-4000-8000-000000000000' },
    environment: { loginBase: url, apiBase: url },
    companyId: () => companyId,
    credentials: () => sandboxCredentials,
  });
}
