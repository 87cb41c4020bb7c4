import { openOdbc } from '../connection/odbc.ts';
import { notInstalledState, SqlFailure } from '../connection.ts';

/** Asks for a data source that cannot exist: the driver manager's refusal proves that it is there. */
export async function isOdbcInstalled(): Promise<boolean> {
  try {
    const connection = await openOdbc({
      connectionString: 'DSN=PlumblineNoSuchSource;',
      dialect: 'mssql',
      loginTimeoutSeconds: 1,
    });
    await connection.close();
    return true;
  } catch (error) {
    return !(error instanceof SqlFailure && error.state === notInstalledState);
  }
}
