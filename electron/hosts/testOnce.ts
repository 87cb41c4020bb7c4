import type { ConnectionStep } from '#shared/domain/connectionTest.ts';
import type { Clock, Logger } from '../engine/ports/runtime.ts';
import type { CompanySetup } from '../sage/worker/messages.ts';
import type { LaunchWorker } from '../sage/worker/process.ts';
import { createSageWorker } from '../sage/worker/sageWorker.ts';
import { workerTimes } from '../sage/worker/state.ts';

type Around = { readonly launch: LaunchWorker; readonly clock: Clock; readonly logger: Logger };

/** Tests one connection, step by step, in a worker of its own that ends afterwards: whatever its driver does, nothing else is held up. */
export async function testOnce(company: CompanySetup, around: Around): Promise<readonly ConnectionStep[]> {
  const worker = createSageWorker({ ...around, company, times: workerTimes });
  const steps = await worker.call('test');
  await worker.close();
  return steps;
}
