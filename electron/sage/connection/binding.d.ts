/** The part of the `odbc` package that is used. Declared here so that types check where that optional package is not installed. */
declare module 'odbc' {
  export type OdbcColumn = {
    readonly name: string;
    /** Number of the SQL type in sql.h. */
    readonly dataType: number;
    readonly dataTypeName: string;
    /** In characters or digits; 0 for types without a longest length. */
    readonly columnSize: number;
  };
  /** The values of each row in the order of the columns: every connection is opened with `fetchArray`. */
  export type OdbcResult = readonly (readonly unknown[])[] & { readonly columns?: readonly OdbcColumn[] };
  export type OdbcQueryOptions = { readonly timeout: number; readonly initialBufferSize: number };
  export type OdbcConnection = {
    query(sql: string, parameters: readonly (string | null)[], options: OdbcQueryOptions): Promise<OdbcResult>;
    beginTransaction(): Promise<void>;
    commit(): Promise<void>;
    rollback(): Promise<void>;
    close(): Promise<void>;
  };
  export type Odbc = {
    connect(options: {
      readonly connectionString: string;
      readonly loginTimeout: number;
      readonly fetchArray: true;
    }): Promise<OdbcConnection>;
  };
  const odbc: Odbc;
  // The package is CommonJS: its one export is what import() calls the default.
  // biome-ignore lint/style/noDefaultExport: it describes a foreign module.
  export default odbc;
}
