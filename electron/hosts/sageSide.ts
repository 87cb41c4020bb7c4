import { type Result, succeed } from '#shared/domain/failure.ts';
import type { EnginePorts } from '../engine/engineTypes.ts';
import { attributeOf, parseOdbcString, serverOf } from '../sage/connection/odbcString.ts';
import { installedDrivers } from '../sage/drivers/installedDrivers.ts';
import type { CompanySetup } from '../sage/worker/messages.ts';
import type { CompanyConfig, OdbcConfig } from './config.ts';
import { connectionString } from './connectionString.ts';
import type { Home } from './homeFolder.ts';
import { ensureSampleCompany } from './sampleSide.ts';
import type { Environment } from './secretNames.ts';
import type { CompanySecrets } from './secretStore.ts';

/** Which books, and how to open them. */
export type SageSide = Pick<EnginePorts, 'company' | 'companyName' | 'companyKind' | 'markerTable'> & {
  /** The embedded sample company's file, or a database over ODBC, which the Sage worker opens. */
  readonly books: { readonly file: string } | { readonly odbc: CompanySetup };
  /** Where they are, in words. */
  readonly server: string;
  /** Passwords inside the connection string, for the log to leave out. */
  readonly passwords: readonly string[];
};

/** Opens one company's books; the embedded sample company is created on first use. */
export async function openSageSide(
  config: CompanyConfig,
  home: Home,
  secrets: CompanySecrets,
  environment: Environment,
): Promise<Result<SageSide>> {
  const { sage, company } = config;
  if (sage?.kind === 'odbc') return odbcSide(sage, config, secrets, environment);
  const ready = await ensureSampleCompany(home.sampleCompany);
  if (!ready.ok) return ready;
  return succeed({
    company: company.id,
    companyName: company.name,
    companyKind: 'sample',
    markerTable: 'sampleFile',
    books: { file: home.sampleCompany },
    server: 'this computer',
    passwords: [],
  });
}

async function odbcSide(
  sage: OdbcConfig,
  { company }: CompanyConfig,
  secrets: CompanySecrets,
  environment: Environment,
): Promise<Result<SageSide>> {
  const drivers = await installedDrivers(process.platform, environment);
  const password = secrets.read('sage.password');
  const passwordVariable = secrets.variable('sage.password');
  const text = connectionString(sage, { password, passwordVariable, environment, drivers });
  if (!text.ok) return text;
  const isReal = sage.dialect === 'mssql';
  // Sage 100 Contractor runs on SQL Server only: whatever is behind the other dialect is a sample company.
  const companyKind = isReal ? 'live' : 'sample';
  const server = serverIn(sage, text.value);
  return succeed({
    company: company.id,
    companyName: company.name,
    companyKind,
    markerTable: isReal ? 'companionDatabase' : 'sampleFile',
    books: {
      odbc: {
        connectionString: text.value,
        database:
          sage.dialect === 'mssql'
            ? { dialect: 'mssql', companionDatabase: sage.companionDatabase }
            : { dialect: 'sqlite' },
        companyId: company.id,
        companyName: company.name,
        server,
      },
    },
    server,
    passwords: passwordsIn(text.value),
  });
}

function serverIn({ connection }: OdbcConfig, text: string): string {
  if ('server' in connection) return connection.server;
  if ('database' in connection) return 'a file over ODBC';
  const parsed = parseOdbcString(text);
  return (parsed.ok ? serverOf(parsed.value) : null) ?? `the database of ${connection.fromEnvironment}`;
}

function passwordsIn(text: string): readonly string[] {
  const parsed = parseOdbcString(text);
  if (!parsed.ok) return [];
  // Microsoft's keyword, and what some other drivers call it.
  return ['PWD', 'Password'].flatMap((keyword) => attributeOf(parsed.value, keyword) ?? []);
}
