import type { SqlFailure } from '../connection.ts';

/** What keeps Plumbline from being heard at all. */
const networkKinds = [
  'driverMissing',
  'driverWidth',
  'hostUnknown',
  'portClosed',
  'unreachable',
  'instanceMissing',
  'brokenOff',
  'certificateUntrusted',
  'certificateName',
  'certificateExpired',
  'encryption',
] as const;
export type NetworkKind = (typeof networkKinds)[number];

/** What a server that was reached refuses. */
export type LoginKind =
  | 'applicationRefused'
  | 'login'
  | 'loginWindows'
  | 'loginComputer'
  | 'loginDisabled'
  | 'loginLocked'
  | 'passwordExpired'
  | 'serverClosed'
  | 'companyMissing'
  | 'companyClosed'
  | 'companySuspect';

/** Why a connection was refused or lost, as far as the client can tell. */
export type ConnectKind = NetworkKind | LoginKind;

export function isNetworkKind(kind: string): kind is NetworkKind {
  return networkKinds.some((one) => one === kind);
}

/** SQL Server's own numbers, the same in every language (learn.microsoft.com, “Database engine events and errors”). */
const serverNumbers: readonly (readonly [ConnectKind, readonly number[]])[] = [
  // A logon trigger ended the session; 50004 is what Sage's trigger raises, which mostly stays in the server's log.
  ['applicationRefused', [17892, 50004]],
  ['loginWindows', [18452]],
  ['loginDisabled', [18470]],
  ['loginLocked', [18486, 15113]],
  ['passwordExpired', [18487, 18488]],
  // Shutting down, paused, starting, upgrading itself, single-user, administrators only.
  ['serverClosed', [6005, 17142, 17187, 18401, 18451, 18461]],
  ['companyMissing', [911, 4060, 4064]],
  // Not recovered yet, recovering, single-user and taken, being restored, offline.
  ['companyClosed', [921, 922, 924, 927, 942]],
  ['companySuspect', [926, 945]],
];

/** Numbers of Windows, which the drivers pass on, on Linux too; at connecting only, where no server has spoken yet. */
const systemNumbers: readonly (readonly [ConnectKind, readonly number[]])[] = [
  ['hostUnknown', [11001]],
  // 2: no such pipe. 10061 and 1225: refused. 10057 is what the driver for Linux says instead.
  ['portClosed', [2, 1225, 10057, 10061]],
  // Closed while greeting: reset, no process on the other end of the pipe, network name gone.
  ['brokenOff', [64, 233, 10054]],
  // SEC_E_WRONG_PRINCIPAL, SEC_E_UNTRUSTED_ROOT, SEC_E_CERT_EXPIRED of Windows' own TLS.
  ['certificateName', [-2146893022]],
  ['certificateUntrusted', [-2146893019]],
  ['certificateExpired', [-2146893016]],
  // SEC_E_ALGORITHM_MISMATCH, SEC_E_ILLEGAL_MESSAGE, SEC_E_UNSUPPORTED_FUNCTION; 18: the old driver's “SSL Security error”.
  ['encryption', [-2146893007, -2146893018, -2146893054, 18]],
  // The old driver's “Invalid Instance()”.
  ['instanceMissing', [14]],
];

/** Only where numbers do not tell: OpenSSL's words have none, and -1 stands for everything that the network layer found. */
const connectWords: readonly (readonly [ConnectKind, RegExp])[] = [
  ['driverMissing', /can't open lib/i],
  ['driverWidth', /wrong ELF class|architecture mismatch/i],
  // Kerberos. Windows' number for a wrong name is the same as in TLS, so this goes first.
  ['loginWindows', /\bSSPI\b/],
  ['instanceMissing', /\[xFFFFFFFF\]|Error Locating Server\/Instance/i],
  ['hostUnknown', /Unknown host machine name|No such host is known|0x2AF9/i],
  ['certificateExpired', /certificate has expired/i],
  ['certificateName', /(?:host ?name|subject name|principal name).*(?:match|incorrect)|hostname mismatch/i],
  ['certificateUntrusted', /certificate verify failed|certificate chain was issued/i],
  ['encryption', /SSL routines|unsupported protocol|Encryption not supported/i],
];

/** Null: it is nothing that belongs to connecting. */
export function connectKind({ state, native, phase, message }: SqlFailure): ConnectKind | null {
  if (state === 'IM014') return 'driverWidth';
  const byServer = kindIn(serverNumbers, native);
  if (byServer !== null) return byServer;
  if (native === 18456) return loginKind(message);
  if (phase === 'connect') {
    const byWords = connectWords.find(([, words]) => words.test(message))?.[0];
    if (byWords !== undefined) return byWords;
    const bySystem = kindIn(systemNumbers, native);
    if (bySystem !== null) return bySystem;
  }
  if (['IM002', 'IM003', 'IM004'].includes(state)) return 'driverMissing';
  if (state === '28000') return 'login';
  if (state.startsWith('08') || state.startsWith('IMC0')) return 'unreachable';
  return phase === 'connect' && (state === 'HYT00' || state === 'HYT01') ? 'unreachable' : null;
}

/**
 * The server tells a client nothing but “Login failed for user '…'” (always state 1; the true state stands in its log). The name tells
 * three cases apart: nobody, as when Kerberos did not reach the server; a computer, for services without a user; somebody.
 */
function loginKind(message: string): ConnectKind {
  if (/ANONYMOUS LOGON|'\(null\)'|''|""/i.test(message)) return 'loginWindows';
  return /['"][^'"\\]+\\[^'"]+\$['"]/.test(message) ? 'loginComputer' : 'login';
}

function kindIn(table: readonly (readonly [ConnectKind, readonly number[]])[], native: number | null) {
  return native === null ? null : (table.find(([, numbers]) => numbers.includes(native))?.[0] ?? null);
}
