/**
 * What drivers really reported when a connection was refused, record by record: SQLSTATE, native number, words without the leading
 * `[Microsoft][…]`. Copied from public reports (source beside each; issue numbers are on github.com) or recorded here.
 */
type Recorded = {
  readonly source: string;
  readonly records: readonly (readonly [string, number, string])[];
  readonly code: string;
};

const general: readonly [string, number, string] = [
  '08001',
  0,
  'A network-related or instance-specific error has occurred while establishing a connection to SQL Server. Server is not found or not accessible.',
];
const timeout: readonly [string, number, string] = ['HYT00', 0, 'Login timeout expired'];

export const recordedRefusals: readonly Recorded[] = [
  {
    source: 'mkleehammer/pyodbc#1319, driver 18, Windows',
    records: [['08001', 258, 'TCP Provider: The wait operation timed out.\r\n'], timeout, general],
    code: 'sage.unreachable',
  },
  {
    source: 'microsoft/msphpsql#1405, driver 17, Linux',
    records: [timeout, ['08001', 258, 'TCP Provider: Error code 0x102'], general],
    code: 'sage.unreachable',
  },
  { source: 'mkleehammer/pyodbc#412, driver 17, Linux', records: [timeout], code: 'sage.unreachable' },
  {
    source: 'jiangwen365/pypyodbc#96, driver 13, Windows',
    records: [
      ['08001', 53, 'Named Pipes Provider: Could not open a connection to SQL Server [53]. '],
      timeout,
      general,
    ],
    code: 'sage.unreachable',
  },
  {
    source: 'mkleehammer/pyodbc#163, “SQL Server”, Windows',
    records: [['08001', 17, '[DBNETLIB]SQL Server does not exist or access denied.']],
    code: 'sage.unreachable',
  },
  {
    source: 'recorded with FreeTDS 1.3.17, Linux, at a closed port of this computer',
    records: [
      ['08S01', 20009, 'Unable to connect: Adaptive Server is unavailable or does not exist'],
      ['08001', 0, 'Unable to connect to data source'],
    ],
    code: 'sage.unreachable',
  },
  {
    source: 'dbt-msft/dbt-sqlserver#86, driver 17, Windows',
    records: [
      ['08001', 10061, 'TCP Provider: No connection could be made because the target machine actively refused it.\r\n'],
      timeout,
      general,
    ],
    code: 'sage.portClosed',
  },
  {
    source: 'lionheart/django-pyodbc#172, SQL Server Native Client 11.0, Windows',
    records: [
      ['08001', 10061, 'TCP Provider: No connection could be made because the target machine actively refused it.\r\n'],
      timeout,
      ['08001', 0, 'Invalid connection string attribute'],
      general,
    ],
    code: 'sage.portClosed',
  },
  {
    source: 'cnect/sails-sqlserver#39, SQL Server Native Client 11.0, Windows',
    records: [['08001', 2, 'Named Pipes Provider: Could not open a connection to SQL Server [2]. '], timeout, general],
    code: 'sage.portClosed',
  },
  {
    source: 'microsoft/msphpsql#1054, driver 17, Windows',
    records: [['08001', 11001, 'TCP Provider: No such host is known.\r\n'], timeout, general],
    code: 'sage.hostUnknown',
  },
  {
    source: 'microsoft/mssql-docker#262, driver 17, Linux',
    records: [['S1T00', 0, 'Login timeout expired'], ['08001', 11001, 'TCP Provider: Error code 0x2AF9'], general],
    code: 'sage.hostUnknown',
  },
  {
    source: 'recorded with FreeTDS 1.3.17, Linux, with a name that does not exist',
    records: [
      ['08S01', 20009, 'Unable to connect: Adaptive Server is unavailable or does not exist'],
      ['08001', 0, 'Unable to connect to data source'],
      ['01000', 20013, 'Unknown host machine name.'],
    ],
    code: 'sage.hostUnknown',
  },
  {
    source: 'microsoft/sql-server-samples#274 and microsoft/msphpsql#442, driver 13, Linux',
    records: [
      ['08001', -1, 'MAX_PROVS: Error Locating Server/Instance Specified [xFFFFFFFF]. '],
      timeout,
      ['01S00', 0, 'Invalid connection string attribute'],
      general,
    ],
    code: 'sage.instanceMissing',
  },
  {
    source: 'mkleehammer/pyodbc#106, “SQL Server”, Windows',
    records: [
      ['08001', 14, '[DBNETLIB]Invalid connection.'],
      ['08001', 14, '[DBNETLIB]ConnectionOpen (Invalid Instance()).'],
      ['08001', 0, 'Invalid connection string attribute'],
    ],
    code: 'sage.instanceMissing',
  },
  {
    source: 'dbt-msft/dbt-sqlserver#267, driver 18, Windows',
    records: [
      ['08001', -2146893019, 'SSL Provider: The certificate chain was issued by an authority that is not trusted.\r\n'],
      ['08001', -2146893019, 'Client unable to establish connection'],
      ['08001', 0, 'Invalid connection string attribute'],
    ],
    code: 'sage.certificateUntrusted',
  },
  {
    source: 'fisharebest/webtrees#5246, driver 18, German Windows (number from the report above)',
    records: [
      [
        '08001',
        -2146893019,
        'SSL-Anbieter: Die Zertifikatkette wurde von einer nicht vertrauenswürdigen Zertifizierungsstelle ausgestellt.\r\n',
      ],
    ],
    code: 'sage.certificateUntrusted',
  },
  {
    source: 'mkleehammer/pyodbc#610, driver 18, macOS',
    records: [
      ['08001', -1, 'SSL Provider: [error:0A000086:SSL routines::certificate verify failed:self-signed certificate]'],
      ['08001', -1, 'Client unable to establish connection'],
    ],
    code: 'sage.certificateUntrusted',
  },
  {
    source: 'microsoft/msphpsql#1192, driver 17, Linux',
    records: [
      [
        '08001',
        -1,
        'SSL Provider: [error:1416F086:SSL routines:tls_process_server_certificate:certificate verify failed:unable to get local issuer certificate]',
      ],
    ],
    code: 'sage.certificateUntrusted',
  },
  {
    source: 'mkleehammer/pyodbc#799, driver 17, Linux',
    records: [
      [
        '08001',
        -1,
        'SSL Provider: [error:14090086:SSL routines:ssl3_get_server_certificate:certificate verify failed:subject name does not match host name]',
      ],
      ['08001', -1, 'Client unable to establish connection'],
    ],
    code: 'sage.certificateName',
  },
  {
    source:
      'learn.microsoft.com, “Connection encryption troubleshooting” (number: SEC_E_WRONG_PRINCIPAL), driver 18, Windows',
    records: [
      ['08001', -2146893022, 'SSL Provider: The target principal name is incorrect.\r\n'],
      ['08001', -2146893022, 'Client unable to establish connection'],
    ],
    code: 'sage.certificateName',
  },
  {
    source: 'mkleehammer/pyodbc#1321, driver 18, Linux',
    records: [['08001', -1, 'SSL Provider: [error:0A000102:SSL routines::unsupported protocol]']],
    code: 'sage.encryption',
  },
  {
    source: 'mkleehammer/pyodbc#610, driver 17, Linux',
    records: [
      ['08001', 10054, 'TCP Provider: Error code 0x2746'],
      ['08001', 10054, 'Client unable to establish connection'],
    ],
    code: 'sage.brokenOff',
  },
  {
    source: 'mkleehammer/pyodbc#1250 and MicrosoftDocs/sql-docs#1983, driver 17, Linux',
    records: [
      ['HY000', 851968, 'SSPI Provider: No Kerberos credentials available (default cache: KEYRING:persistent:0)'],
      ['HY000', 851968, 'Cannot generate SSPI context'],
    ],
    code: 'sage.loginWindows',
  },
  {
    source: 'dbcodeio/public#1213, SQL Server 2022',
    records: [
      [
        '28000',
        18452,
        'Login failed. The login is from an untrusted domain and cannot be used with Integrated authentication.',
      ],
    ],
    code: 'sage.loginWindows',
  },
  {
    source: 'pymssql/pymssql#810, “SQL Server”, Windows',
    records: [
      ['28000', 18456, "Login failed for user 'NT AUTHORITY\\ANONYMOUS LOGON'."],
      ['28000', 0, 'Invalid connection string attribute'],
    ],
    code: 'sage.loginWindows',
  },
  {
    source: 'Azure/azure-sdk-for-python#29336, driver 17',
    records: [['28000', 18456, "Login failed for user ''."]],
    code: 'sage.loginWindows',
  },
  {
    source: 'microsoft/mssql-django#477, driver 17, Windows',
    records: [
      ['28000', 18456, "Login failed for user 'DHS\\WDDHSGISL02$'."],
      ['28000', 0, 'Invalid connection string attribute'],
    ],
    code: 'sage.loginComputer',
  },
  {
    source: 'mkleehammer/pyodbc#314, driver 13, Linux',
    records: [['28000', 18456, "Login failed for user 'tan\\dyang1'."]],
    code: 'sage.login',
  },
  {
    source: 'pymssql/pymssql#903: SQL Server’s number among FreeTDS’ general ones',
    records: [
      ['28000', 18456, "Login failed for user 'SQL_Test_Dev_User'."],
      ['08001', 20018, 'General SQL Server error: Check messages from the SQL Server'],
      ['08001', 20002, 'Adaptive Server connection failed'],
    ],
    code: 'sage.login',
  },
  {
    source: 'yehoshuadimarsky/bcpandas#28, driver 17, Chinese Windows: the general refusal comes first',
    records: [
      ['28000', 18456, "用户 'sa' 登录失败。"],
      ['28000', 4060, '无法打开登录所请求的数据库 "qq"。登录失败。'],
    ],
    code: 'sage.companyMissing',
  },
  {
    source: 'microsoft/vscode#204510, words of a refusing logon trigger',
    records: [
      ['42000', 17892, "Logon failed for login 'PC\\JKamsker' due to trigger execution."],
      ['01000', 5701, "Changed database context to 'MYDB'."],
      ['01000', 5703, 'Changed language setting to us_english.'],
    ],
    code: 'sage.applicationRefused',
  },
  {
    source: 'mkleehammer/pyodbc#1080, Windows',
    records: [['IM002', 0, '[ODBC Driver Manager] Data source name not found and no default driver specified']],
    code: 'sage.driverMissing',
  },
  {
    source: 'recorded with unixODBC 2.3.11, Linux',
    records: [['01000', 0, "[Driver Manager]Can't open lib 'ODBC Driver 99 for SQL Server' : file not found"]],
    code: 'sage.driverMissing',
  },
  {
    source: 'IBM/node-odbc#327, Portuguese Windows',
    records: [
      [
        'IM014',
        0,
        '[ODBC Driver Manager] O DSN especificado contém uma incompatibilidade de arquiteturas entre o Driver e o Aplicativo',
      ],
    ],
    code: 'sage.driverWidth',
  },
];
