import {
  type DriverPick,
  type InstalledDrivers,
  installWords,
  isDriver18,
  pickDriver,
  sqlServerDrivers,
} from '#shared/domain/sageDrivers.ts';
import { attributeOf, parseOdbcString } from '../connection/odbcString.ts';

/** What one step found. */
export type Finding = { readonly result: 'ok' | 'warn' | 'fail'; readonly sentence: string; readonly remedy: string };

/** How a company is reached, as far as it can be told before connecting. */
export type ConnectionWay = {
  /** Null: no driver is needed, the file is opened by this program. */
  readonly driver: Finding | null;
  /** Null: a file, so that there is no server and no login. */
  readonly encryption: Finding | null;
  readonly monotonicMs: (() => number) | null;
};

/** A file that this program opens by itself. */
export const fileWay = async (): Promise<ConnectionWay> => ({ driver: null, encryption: null, monotonicMs: null });

/** The way that a connection string describes. In: a string that `checkOdbcString` or `sqlServerString` let through. */
export function wayOf(
  text: string,
  dialect: 'mssql' | 'sqlite',
  installed: InstalledDrivers,
  platform: NodeJS.Platform,
): Omit<ConnectionWay, 'monotonicMs'> {
  const parsed = parseOdbcString(text);
  const stated = (keyword: string) => (parsed.ok ? attributeOf(parsed.value, keyword) : null);
  const name = stated('Driver');
  return {
    driver: driverFinding(name, stated('DSN'), installed, platform),
    encryption:
      dialect === 'mssql' ? encryptionFinding(name ?? '', stated('Encrypt'), stated('TrustServerCertificate')) : null,
  };
}

function driverFinding(
  name: string | null,
  source: string | null,
  installed: InstalledDrivers,
  platform: NodeJS.Platform,
): Finding {
  if (name === null) return ok(`The data source “${source ?? ''}” names its driver.`);
  if (/[/\\]/.test(name)) return ok(`The driver is the library ${name}.`);
  const known = sqlServerDrivers.find((driver) => driver.toLowerCase() === name.toLowerCase());
  if (known !== undefined) return pickFinding(pickDriver(known, installed), installed, platform);
  const isThere = installed.usable.some((driver) => driver.toLowerCase() === name.toLowerCase());
  if (isThere) return ok(`The driver is “${name}”.`);
  const sentence = `There is no driver “${name}” in ${installed.place}.${listed(installed)}`;
  return { result: 'fail', sentence, remedy: 'Install it, or name one of the installed drivers.' };
}

function pickFinding(pick: DriverPick, installed: InstalledDrivers, platform: NodeJS.Platform): Finding {
  const remedy = installWords(platform === 'win32' ? 'windows' : 'other');
  switch (pick.kind) {
    case 'found':
      return pick.warning === null
        ? ok(`The driver is “${pick.driver}”.`)
        : { result: 'warn', sentence: pick.warning.sentence, remedy: pick.warning.remedy };
    case 'otherWidth':
      return {
        result: 'fail',
        sentence: `“${pick.driver}” is here for 32-bit programs only; Plumbline is a 64-bit program and cannot load it.`,
        remedy: `${remedy} Both may stand side by side; Sage keeps its own.`,
      };
    case 'missing':
      return {
        result: 'fail',
        sentence: `There is no driver “${pick.wanted}” in ${installed.place}.${listed(installed)}`,
        remedy,
      };
  }
}

function listed({ usable }: InstalledDrivers): string {
  return usable.length === 0 ? ' No driver is installed at all.' : ` Installed are: ${usable.join(', ')}.`;
}

function encryptionFinding(driver: string, encrypt: string | null, trust: string | null): Finding {
  const said = encrypt?.toLowerCase() ?? (isDriver18Name(driver) ? 'yes' : null);
  if (said === null) {
    return {
      result: 'warn',
      sentence: 'The connection string does not say whether to encrypt; the driver decides.',
      remedy: 'Add Encrypt=yes to it.',
    };
  }
  if (['no', 'optional', '0', 'false'].includes(said)) {
    return {
      result: 'warn',
      sentence: 'The connection is not encrypted: change orders and amounts cross the network readable.',
      remedy: 'Choose encryption in the Sage connection settings, unless the server is this computer.',
    };
  }
  const trusts = ['yes', '1', 'true'].includes(trust?.toLowerCase() ?? '');
  if (said !== 'strict' && trusts) {
    return {
      result: 'warn',
      sentence:
        'The connection is encrypted, but nobody checked whether this is the right server: it is trusted unchecked.',
      remedy: 'Give SQL Server a certificate that can be checked, then have the certificate checked again.',
    };
  }
  return ok('The connection is encrypted, and the server proved with its certificate who it is.');
}

function isDriver18Name(name: string): boolean {
  return sqlServerDrivers.some((driver) => isDriver18(driver) && driver.toLowerCase() === name.toLowerCase());
}

function ok(sentence: string): Finding {
  return { result: 'ok', sentence, remedy: '' };
}
