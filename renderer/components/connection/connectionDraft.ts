import {
  canTrustUnchecked,
  type DriverChoice,
  type Encryption,
  type SageConnection,
  sageConnectionSchema,
  serverParts,
  serverText,
} from '#shared/domain/sageConnection.ts';

/** A connection while it is being typed: every field as its own text. */
export type ConnectionDraft = {
  readonly machine: string;
  /** How SQL Server is found on that computer. */
  readonly reach: 'instance' | 'port';
  /** Empty: the default instance. */
  readonly instance: string;
  readonly port: string;
  readonly database: string;
  readonly driver: DriverChoice;
  readonly authentication: 'windows' | 'sql';
  readonly user: string;
  /** Empty keeps the one that is stored. */
  readonly password: string;
  readonly encrypt: Encryption;
  readonly certificate: 'check' | 'trust';
  readonly certificateName: string;
};

export type EnteredConnection = SageConnection & { readonly trustServerCertificate: boolean };

/** Sage's own installer calls its instance so. */
export const emptyConnection: ConnectionDraft = {
  machine: '',
  reach: 'instance',
  instance: 'SAGE100CON',
  port: '',
  database: '',
  driver: 'automatic',
  authentication: 'windows',
  user: '',
  password: '',
  encrypt: 'yes',
  certificate: 'check',
  certificateName: '',
};

export function draftOfConnection(connection: EnteredConnection): ConnectionDraft {
  const parts = serverParts(connection.server);
  return {
    machine: parts?.machine ?? connection.server,
    reach: parts !== null && parts.port !== null ? 'port' : 'instance',
    instance: parts?.instance ?? '',
    port: parts === null || parts.port === null ? '' : String(parts.port),
    database: connection.database,
    driver: connection.driver,
    authentication: connection.user === undefined ? 'windows' : 'sql',
    user: connection.user ?? '',
    password: '',
    encrypt: connection.encrypt,
    certificate: connection.trustServerCertificate ? 'trust' : 'check',
    certificateName: connection.certificateName ?? '',
  };
}

/** What was typed or pasted as the computer; `OFFICE\SAGE100CON` and `office,1433` fall into their fields. */
export function withMachine(draft: ConnectionDraft, typed: string): ConnectionDraft {
  const parts = /[\\,]/.test(typed) ? serverParts(typed.trim()) : null;
  if (parts === null) return { ...draft, machine: typed };
  const { machine, instance, port } = parts;
  return port === null
    ? { ...draft, machine, reach: 'instance', instance: instance ?? '' }
    : { ...draft, machine, reach: 'port', port: String(port) };
}

export type ConnectionField =
  | 'machine'
  | 'instance'
  | 'port'
  | 'database'
  | 'user'
  | 'password'
  | 'encrypt'
  | 'certificateName';
export type ConnectionProblems = Partial<Readonly<Record<ConnectionField, string>>>;

/** What is wrong with each field, in words; nothing when it can be used. */
export function connectionProblems(draft: ConnectionDraft, passwordStored: boolean): ConnectionProblems {
  const problems: { -readonly [F in ConnectionField]?: string } = {};
  const machine = draft.machine.trim();
  if (machine === '') problems.machine = 'Enter the name of the computer that SQL Server runs on.';
  else if (serverParts(machine) === null || /[\\,]/.test(machine)) {
    problems.machine = `“${machine}” is no name of a computer: it holds a blank or one of \\ , ; : { } =.`;
  }
  const instance = draft.instance.trim();
  if (draft.reach === 'instance' && instance !== '' && serverParts(`x\\${instance}`) === null) {
    problems.instance = `“${instance}” is no name of an instance: at most 16 characters, without blanks.`;
  }
  const port = draft.port.trim();
  if (draft.reach === 'port' && (!/^[0-9]{1,5}$/.test(port) || serverParts(`x,${port}`) === null)) {
    problems.port = port === '' ? 'Enter the port.' : `“${port}” is no port: a number from 1 to 65535.`;
  }
  if (draft.database.trim() === '') problems.database = 'Enter the name of the company’s database, as Sage shows it.';
  if (draft.authentication === 'sql') {
    if (draft.user.trim() === '') problems.user = 'Enter the SQL login.';
    if (draft.password === '' && !passwordStored) problems.password = 'Enter the password of this login.';
  }
  const needs18 = draft.driver !== 'automatic' && draft.driver !== 'ODBC Driver 18 for SQL Server';
  if (draft.encrypt === 'strict' && needs18)
    problems.encrypt = `Strict encryption needs driver 18, not “${draft.driver}”.`;
  if (draft.certificateName.trim() !== '' && needs18 && checksCertificate(draft)) {
    problems.certificateName = `Naming the certificate needs driver 18, not “${draft.driver}”.`;
  }
  return problems;
}

/** The server in one text, as drivers and SQL Server’s own tools write it. */
export function serverOf({ machine, reach, instance, port }: ConnectionDraft): string {
  const name = instance.trim();
  return serverText({
    machine: machine.trim(),
    instance: reach === 'port' || name === '' ? null : name,
    port: reach === 'port' ? Number(port.trim()) : null,
  });
}

/** What is sent and kept. Only for a draft without problems: throws otherwise. */
export function connectionOfDraft(draft: ConnectionDraft): EnteredConnection {
  const user = draft.authentication === 'sql' ? draft.user.trim() : '';
  const certificateName = checksCertificate(draft) ? draft.certificateName.trim() : '';
  const connection = sageConnectionSchema.parse({
    driver: draft.driver,
    server: serverOf(draft),
    database: draft.database.trim(),
    ...(user === '' ? {} : { user }),
    encrypt: draft.encrypt,
    ...(certificateName === '' ? {} : { certificateName }),
  });
  return { ...connection, trustServerCertificate: isTrusted(draft) };
}

/** Strict encryption checks the certificate whatever else was chosen; without encryption nobody looks at it. */
export function isTrusted({ encrypt, certificate }: ConnectionDraft): boolean {
  return certificate === 'trust' && encrypt !== 'no' && canTrustUnchecked(encrypt);
}

function checksCertificate(draft: ConnectionDraft): boolean {
  return draft.encrypt !== 'no' && !isTrusted(draft);
}
