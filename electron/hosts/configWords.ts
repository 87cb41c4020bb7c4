import { sqlServerDrivers } from '#shared/domain/sageDrivers.ts';
import { procoreRuleKeys } from './procoreRuleWords.ts';

/** The configuration file in words: for the help page, `--help`, and for the sentence that refuses a wrong value. */

export type ConfigKey = {
  /** Path in the JSON file; `sage.connection` has other keys for each dialect. */
  readonly key: string;
  readonly meaning: string;
  /** The allowed form, as it stands in a refusal: *… must be …*. */
  readonly form: string;
};

export const configKeys: readonly ConfigKey[] = [
  { key: 'company', meaning: 'The Sage company; needed for ODBC.', form: '{ "id": …, "name": … }' },
  {
    key: 'company.id',
    meaning: 'Stable short name; part of every plan and of the data folder. Never change it later.',
    form: 'lower-case letters, digits and hyphens, at most 40',
  },
  { key: 'company.name', meaning: 'The name people see.', form: 'text of 1 to 100 characters' },
  {
    key: 'sage',
    meaning: 'Where the books are. Absent: the embedded sample company.',
    form: '{ "kind": "sample" } or { "kind": "odbc", "dialect": …, "connection": … }',
  },
  { key: 'sage.kind', meaning: 'The embedded sample company, or a database over ODBC.', form: '"sample" or "odbc"' },
  {
    key: 'sage.dialect',
    meaning: 'The kind of database behind ODBC.',
    form: '"mssql" (Sage 100 Contractor on SQL Server) or "sqlite" (a sample company over ODBC)',
  },
  {
    key: 'sage.companionDatabase',
    meaning: "Database of Plumbline's own beside Sage's (mssql only): it proves what was applied.",
    form: 'letters, digits and underscores, at most 100; "PlumblineCompanion" when absent',
  },
  {
    key: 'sage.connection',
    meaning: 'How to connect: the parts, or the name of an environment variable with the whole connection string.',
    form: '{ "server": …, "database": … } for mssql, { "database": path } for sqlite, or { "fromEnvironment": "NAME" }',
  },
  {
    key: 'sage.connection.driver',
    meaning: 'The ODBC driver; absent: the best one that is installed.',
    form: `"automatic", ${sqlServerDrivers.map((name) => `"${name}"`).join(', ')}, or for sqlite "SQLite3"`,
  },
  {
    key: 'sage.connection.server',
    meaning: 'Machine and instance, or machine and port.',
    form: 'text such as "OFFICE\\\\SAGE100CON" or "office,1433"',
  },
  { key: 'sage.connection.database', meaning: 'The company database; for sqlite its file.', form: 'text' },
  {
    key: 'sage.connection.user',
    meaning: 'SQL login; its password comes from PLUMBLINE_SAGE_PASSWORD. Absent: Windows authentication.',
    form: 'text without line ends',
  },
  { key: 'sage.connection.encrypt', meaning: 'Encryption on the wire.', form: '"yes", "no" or "strict"' },
  {
    key: 'sage.connection.certificateName',
    meaning: "The name in the server's certificate where it is not the server's own (driver 18).",
    form: 'text such as "sql.acme.local"',
  },
  {
    key: 'sage.connection.trustServerCertificate',
    meaning: 'Accept any certificate: encrypts, but anybody could be answering.',
    form: 'true or false',
  },
  {
    key: 'sage.connection.fromEnvironment',
    meaning: 'Environment variable with the whole connection string.',
    form: 'capital letters, digits and underscores, e.g. "PLUMBLINE_SAGE_CONNECTION"',
  },
  {
    key: 'clearstory',
    meaning: 'Which Clearstory. Absent: with the sample company its sandbox, otherwise the address in Settings.',
    form: '{ "baseUrl": "https://…" } or { "sandbox": true }',
  },
  {
    key: 'clearstory.baseUrl',
    meaning: "Base address of Clearstory's Web API.",
    form: 'an https:// address (http:// only for 127.0.0.1) without user, query or fragment',
  },
  { key: 'clearstory.sandbox', meaning: 'The practice Clearstory on this machine.', form: 'true' },
  {
    key: 'procore',
    meaning:
      'Which Procore. Absent: what Settings say; with the sample company, when clearstory is absent too, its sandbox.',
    form: '{ "companyId": …, "environment": … }, { "companyId": …, "loginBase": …, "apiBase": … } or { "sandbox": true }',
  },
  {
    key: 'procore.companyId',
    meaning: "Procore's number of the company; it stands in the address of its pages.",
    form: 'digits as text, e.g. "562949953421312"',
  },
  {
    key: 'procore.environment',
    meaning: "Which of Procore's environments.",
    form: '"production", "sandbox", "monthly" or "federal"',
  },
  {
    key: 'procore.loginBase',
    meaning: 'Address that gives out tokens, of an environment that is not in the list.',
    form: 'an https:// address (http:// only for 127.0.0.1) without user, query or fragment',
  },
  {
    key: 'procore.apiBase',
    meaning: 'Address of the REST API, of an environment that is not in the list.',
    form: 'an https:// address (http:// only for 127.0.0.1) without user, query or fragment',
  },
  { key: 'procore.sandbox', meaning: 'The practice Procore on this machine.', form: 'true' },
  ...procoreRuleKeys,
  { key: 'schedule', meaning: 'The timers.', form: '{ "pushMinutes": …, "pullMinutes": … }' },
  { key: 'schedule.pushMinutes', meaning: 'Approved change orders into Sage.', form: 'a whole number from 1 to 1440' },
  {
    key: 'schedule.pullMinutes',
    meaning: 'Sage, Clearstory and Procore read anew.',
    form: 'a whole number from 1 to 1440',
  },
  { key: 'timeZone', meaning: 'The office; Sage dates are dates there.', form: 'an IANA name, e.g. "America/Denver"' },
  { key: 'writeBack', meaning: 'What Plumbline may write in Clearstory.', form: '{ "labels": …, "jobNumber": … }' },
  { key: 'writeBack.labels', meaning: 'Labels such as "Sage CO 12" on pushed CORs.', form: 'true or false' },
  { key: 'writeBack.jobNumber', meaning: 'The Sage job number on projects without one.', form: 'true or false' },
  { key: 'writing', meaning: 'How approved change orders get into Sage.', form: '{ "mode": …, "markers": … }' },
  {
    key: 'writing.mode',
    meaning:
      'Nothing is written, a person types what was approved, or Plumbline writes it (a real company: only with its certificate). Absent: what was chosen in Settings; at first only a sample company is written to.',
    form: '"readOnly", "handEntry" or "direct"',
  },
  {
    key: 'writing.markers',
    meaning: 'Where the proof of each push is kept: the companion database, or User Def2 of the change order itself.',
    form: '"table" or "recordFields"',
  },
  { key: 'defaults', meaning: 'Defaults of every new project mapping.', form: 'an object with the keys below' },
  { key: 'defaults.phase', meaning: 'Phase.', form: 'a phase number as text, "0" for none' },
  { key: 'defaults.changeOrderType', meaning: 'Change order type.', form: 'a type number as text, "" for none' },
  {
    key: 'defaults.numbering',
    meaning: 'Where change order numbers come from.',
    form: '"next", "customerCoNumber" or "corNumber"',
  },
  {
    key: 'defaults.statusMap',
    meaning: 'Sage status for each COR status.',
    form: 'COR status to "1" … "6", or "" for not pushed, e.g. { "approved_co_issued": "1" }',
  },
  {
    key: 'defaults.template',
    meaning: 'Budget lines that new drafts start with.',
    form: 'a list of { "description", "costCode", "costType", "percent", "multiplier" }, all text',
  },
  { key: 'defaults.primeCostCode', meaning: 'Cost code of prime lines.', form: 'a cost code as text, "" for none' },
  { key: 'defaults.primeCostType', meaning: 'Cost type of prime lines.', form: 'a cost type as text, "" for none' },
  {
    key: 'companies',
    meaning: 'Several companies, each with its own keys; in place of company, sage and the keys after it.',
    form: 'a list of 1 to 50 { "id": …, "name": …, "sage": …, … }, each with the keys of a company',
  },
  {
    key: 'network',
    meaning: 'How this installation reaches the internet, for all its companies. Absent: what Settings say.',
    form: '{ "mode": …, … } with the keys below',
  },
  {
    key: 'network.mode',
    meaning:
      'As the computer itself does, through the proxy that is named, as a PAC file says (desktop program only), or directly.',
    form: '"system", "explicit", "pac" or "none"',
  },
  {
    key: 'network.proxy',
    meaning: 'The proxy of mode "explicit"; its password is the secret proxy.password.',
    form: 'name and port, e.g. "proxy.office.local:8080", with https:// in front where the way to the proxy is encrypted; no user or password',
  },
  {
    key: 'network.pac',
    meaning: 'The PAC file of mode "pac".',
    form: 'a web address, e.g. "http://wpad.office.local/proxy.pac"',
  },
  {
    key: 'network.bypass',
    meaning: 'Hosts that are reached without the proxy of mode "explicit".',
    form: 'a list of at most 100 hosts such as "*.office.local", "10.*" or "<local>"',
  },
  { key: 'network.user', meaning: 'The user that the proxy asks for.', form: 'text of at most 200 characters' },
  {
    key: 'network.caFile',
    meaning:
      'File with further authorities that connections trust, besides those of this computer: for a proxy that inspects traffic, where the certificate store cannot be used.',
    form: 'the path of a PEM file',
  },
  { key: 'log', meaning: 'The log file.', form: '{ "level": … }' },
  {
    key: 'log.level',
    meaning: 'How much it tells. The fullest level, debug, is switched on on screen and ends by itself.',
    form: '"error", "warn" or "info"; "info" when absent',
  },
  {
    key: 'alarms',
    meaning: 'How Plumbline makes itself heard where nobody looks at its screens.',
    form: 'an object with the keys below',
  },
  {
    key: 'alarms.silentMinutes',
    meaning: 'An alarm when nothing was heard from a side for so long.',
    form: 'a whole number from 5 to 10080; 60 when absent',
  },
  {
    key: 'alarms.personMinutes',
    meaning: 'An alarm when something has waited for a person for so long.',
    form: 'a whole number from 5 to 10080; 240 when absent',
  },
  {
    key: 'alarms.eventLog',
    meaning: 'Entries in the Windows event log, at once.',
    form: 'true or false; true when absent',
  },
  { key: 'alarms.webhook', meaning: 'Alarms as small JSON by HTTPS POST.', form: '{ "url": … }' },
  {
    key: 'alarms.webhook.url',
    meaning: 'Where they are sent.',
    form: 'an https:// address (http:// only for 127.0.0.1) without a user, "" for none',
  },
  { key: 'alarms.heartbeat', meaning: 'A call after every run of the timers.', form: '{ "url": … }' },
  {
    key: 'alarms.heartbeat.url',
    meaning: 'What is called (GET), so that an outside watch notices when Plumbline itself is gone.',
    form: 'an https:// address (http:// only for 127.0.0.1) without a user, "" for none',
  },
  {
    key: 'alarms.email',
    meaning: 'Alarms as e-mail, through the mail server of the office.',
    form: '{ "server": …, "from": …, "to": […], … }',
  },
  { key: 'alarms.email.server', meaning: 'The mail server.', form: 'a host name, "" for none' },
  { key: 'alarms.email.port', meaning: 'Its port.', form: 'a whole number from 1 to 65535; 587 when absent' },
  {
    key: 'alarms.email.security',
    meaning: 'Encryption: from the first byte, before anything is said, or none.',
    form: '"tls", "starttls" or "none"; "starttls" when absent',
  },
  { key: 'alarms.email.user', meaning: 'Who logs in to it; its password is a secret.', form: 'text, "" for nobody' },
  { key: 'alarms.email.from', meaning: 'Who sends.', form: 'an e-mail address' },
  { key: 'alarms.email.to', meaning: 'Who gets them.', form: 'a list of at most 20 e-mail addresses' },
  {
    key: 'backups',
    meaning: 'The daily backups of what Plumbline remembers of each company.',
    form: '{ "folder": …, "keep": … }',
  },
  {
    key: 'backups.folder',
    meaning: 'Where they lie. Absent: what Settings say, at first backups in the home folder.',
    form: 'a whole path, e.g. "D:\\\\Backups" or "\\\\\\\\server\\\\backups"; "" for the home folder',
  },
  {
    key: 'backups.keep',
    meaning: 'How many of each company are kept.',
    form: 'a whole number from 1 to 365; 14 when absent',
  },
  {
    key: 'updates',
    meaning: 'Whether somebody is told of a newer version. Plumbline never installs one.',
    form: '{ "address": …, "check": … }',
  },
  {
    key: 'updates.address',
    meaning: 'The small file that names the newest version, asked for once a day. Absent: nobody asks.',
    form: 'an https:// address without user, query or fragment',
  },
  { key: 'updates.check', meaning: 'false: nobody asks, whatever the address.', form: 'true or false' },
  {
    key: 'desktop',
    meaning: 'How the desktop program behaves for whoever uses this computer. Absent: what each person set.',
    form: '{ "startAtLogin": …, "notifyDone": … }',
  },
  {
    key: 'desktop.startAtLogin',
    meaning: 'Opened in the tray when a person logs on to Windows.',
    form: 'true or false',
  },
  {
    key: 'desktop.notifyDone',
    meaning: 'Notifications also of what was written into Sage. What needs a person is always notified of.',
    form: 'true or false',
  },
  { key: 'person', meaning: 'Who acts when nobody sits here.', form: 'a name of 1 to 50 characters' },
  {
    key: 'secretsFile',
    meaning: 'File with the secrets, readable only by its owner. Absent: secrets.json in the home folder.',
    form: 'a path',
  },
];

/** The keys as lines of plain text, for help. */
export function describeConfig(): string {
  return configKeys.map(({ key, meaning, form }) => `${key}\n    ${meaning} ${key} is ${form}.`).join('\n');
}

/** A key of one of several companies as it is described for the only one: `companies.2.sage.kind` as `sage.kind`. */
export function describedKey(key: string): string {
  const [, rest] = /^companies\.\d+\.(.*)$/.exec(key) ?? [];
  if (rest !== undefined) return ['id', 'name'].includes(rest) ? `company.${rest}` : rest;
  return key.replace(/^companies\.\d+$/, 'companies');
}

/** The allowed form of a key; for keys inside lists and maps that of the nearest described key above. */
export function formOf(key: string): string | null {
  const parts = describedKey(key).split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = configKeys.find((one) => one.key === parts.slice(0, length).join('.'));
    if (found !== undefined) return found.form;
  }
  return null;
}
