import type { Clock, Random } from '../../engine/ports/runtime.ts';
import { createSageCompany, type SqlSageCompany } from '../company.ts';
import { openOdbc } from '../connection/odbc.ts';
import { wayOf } from '../connectionTest/way.ts';
import { createMssqlDialect } from '../dialect/mssql.ts';
import { createSqliteDialect } from '../dialect/sqlite.ts';
import { installedDrivers } from '../drivers/installedDrivers.ts';
import type { CompanySetup } from './messages.ts';
import { withSigns } from './signs.ts';

/** The company that the worker serves, over ODBC. `sign`: called before each thing that is asked of the driver. */
export function openCompany(
  setup: CompanySetup,
  random: Pick<Random, 'uuid'>,
  clock: Pick<Clock, 'after'>,
  sign: () => void,
): SqlSageCompany {
  const { connectionString, database, companyId, companyName, server } = setup;
  return createSageCompany({
    open: () => withSigns(sign, () => openOdbc({ connectionString, dialect: database.dialect })),
    dialect: database.dialect === 'mssql' ? createMssqlDialect(database) : createSqliteDialect(),
    random,
    after: clock.after,
    server,
    companyId,
    companyName,
    way: async () => ({
      ...wayOf(
        connectionString,
        database.dialect,
        await installedDrivers(process.platform, process.env),
        process.platform,
      ),
      monotonicMs: () => performance.now(),
    }),
  });
}
