import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * FreeTDS speaks SQL Server's protocol too. Registered under the name of Microsoft's driver it stands in where that one cannot be had, so
 * that connection strings as the product builds them meet a real driver.
 * In: a folder for the registration. Out: the environment that makes unixODBC look there; null where FreeTDS is not installed.
 */
export function freeTdsAsDriver18(folder: string): { readonly ODBCSYSINI: string } | null {
  let installed: string;
  try {
    installed = readFileSync('/etc/odbcinst.ini', 'utf8');
  } catch {
    return null;
  }
  const library = /^\[FreeTDS\][^[]*^Driver\s*=\s*(\S+)/m.exec(installed)?.[1];
  if (library === undefined) return null;
  const registration = `\n[ODBC Driver 18 for SQL Server]\nDriver=${library}\n`;
  writeFileSync(join(folder, 'odbcinst.ini'), installed + registration);
  return { ODBCSYSINI: folder };
}
