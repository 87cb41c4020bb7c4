/** What the system says about installed ODBC drivers, as lists of names. */

/**
 * The names in what `reg query "HKLM\SOFTWARE\ODBC\ODBCINST.INI\ODBC Drivers"` prints: a line with the key, then one line for each
 * value, `    ODBC Driver 18 for SQL Server    REG_SZ    Installed`. `Installed` is not translated; other values are no driver.
 */
export function namesInRegistry(output: string): readonly string[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const match = /^\s+(\S.*?)\s+REG_SZ\s+Installed\s*$/i.exec(line);
    return match?.[1] === undefined ? [] : [match[1]];
  });
}

/** The sections of unixODBC's `odbcinst.ini` that name a library. `[ODBC]` holds options of the driver manager itself. */
export function namesInOdbcinst(text: string): readonly string[] {
  const names: string[] = [];
  let section: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const head = /^\s*\[([^\]]+)\]\s*$/.exec(line);
    if (head !== null) section = head[1]?.trim() ?? null;
    const hasLibrary = /^\s*Driver(?:64)?\s*=\s*\S/i.test(line);
    if (!hasLibrary || section === null || section.toUpperCase() === 'ODBC' || names.includes(section)) continue;
    names.push(section);
  }
  return names;
}
