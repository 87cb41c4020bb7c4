/**
 * The part of the `odbc` package that is used without Plumbline's fence: by the measures by hand, and by the tests that show what
 * the fence is for. Types check where that optional package is not installed.
 */
declare module 'odbc' {
  export type BareRow = Readonly<Record<string, string | number | null>>;
  export type BareResult = readonly BareRow[] & {
    readonly columns: readonly { readonly dataTypeName: string; readonly columnSize: number }[];
  };
  export type BareCursor = {
    readonly noData: boolean;
    fetch(): Promise<readonly BareRow[]>;
    close(): Promise<void>;
  };
  export type BareConnection = {
    /** What the driver says, which need not know. */
    readonly connected: boolean;
    readonly autocommit: boolean;
    query(sql: string, parameters?: readonly unknown[]): Promise<BareResult>;
    query(
      sql: string,
      parameters: readonly (string | null)[],
      options: { readonly cursor: true; readonly fetchSize: number; readonly initialBufferSize?: number },
    ): Promise<BareCursor>;
    beginTransaction(): Promise<void>;
    commit(): Promise<void>;
    rollback(): Promise<void>;
    close(): Promise<void>;
  };
  const odbc: { connect(options: { readonly connectionString: string }): Promise<BareConnection> };
  // The package is CommonJS: its one export is what an import calls the default.
  // biome-ignore lint/style/noDefaultExport: it describes a foreign module.
  export default odbc;
}
