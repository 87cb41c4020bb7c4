import type { Clock, Logger, Random } from '../engine/ports/runtime.ts';
import type { SageCompany } from '../engine/ports/sageCompany.ts';
import { createSageCompany } from '../sage/company.ts';
import { openSqlite } from '../sage/connection/sqlite.ts';
import { createSqliteDialect } from '../sage/dialect/sqlite.ts';
import { workerCompany } from '../sage/worker/client.ts';
import type { LaunchWorker } from '../sage/worker/process.ts';
import { createSageWorker, type SageWorker } from '../sage/worker/sageWorker.ts';
import { workerTimes } from '../sage/worker/state.ts';
import type { SageSide } from './sageSide.ts';

export type SageOptions = {
  readonly side: SageSide;
  readonly launch: LaunchWorker;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
};

/**
 * The company, and the worker that the ODBC driver lives in. The embedded sample company needs no driver and is read in this process;
 * the worker is started when it is first asked something.
 */
export function openSage(options: SageOptions): { readonly sage: SageCompany; readonly worker: SageWorker } {
  const { side, launch, clock, random, logger } = options;
  const { books, company, companyName, server } = side;
  const setup = 'odbc' in books ? books.odbc : null;
  const worker = createSageWorker({ launch, company: setup, clock, logger, times: workerTimes });
  if (!('file' in books)) return { sage: workerCompany(worker), worker };
  const sage = createSageCompany({
    open: () => openSqlite({ file: books.file }),
    dialect: createSqliteDialect(),
    random,
    server,
    companyId: company,
    companyName,
  });
  return { sage, worker };
}
