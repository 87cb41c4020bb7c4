import { type Target, words } from './connect.ts';

/** The step of a connection that did not come about. `code`: of the NetworkError; `proxy`: where one stands in between. */
export function connectionFailed(code: string, target: Target, proxy: string | null) {
  const [sentence, remedy] = [connectionSentence(code, target, proxy), connectionRemedy(code, target, proxy)];
  return { result: 'fail', sentence, remedy } as const;
}

/** The same of encryption. `code`: what Node, OpenSSL or Electron calls it. `issuer`: who signed what was shown, where that is known. */
export function certificateFailed(code: string, target: Target, issuer: string | null) {
  const [sentence, remedy] = [certificateSentence(code, target, issuer), certificateRemedy(code, target)];
  return { result: 'fail', sentence, remedy } as const;
}

/** What IT has to do about it. */
function connectionRemedy(code: string, target: Target, proxy: string | null): string {
  const status = /^PROXY_REFUSED_(\d+)$/.exec(code)?.[1];
  if (status !== undefined) return `Allow ${words(target)} on the proxy ${proxy ?? ''}`.trimEnd().concat('.');
  if (/ERR_(TUNNEL|PROXY)/.test(code)) {
    return `Allow ${words(target)} on the proxy${proxy === null ? '' : ` ${proxy}`}, and let this computer connect to it.`;
  }
  switch (code) {
    case 'PROXY_AUTH':
      return 'Enter the user and the password of the proxy under Settings, Network, or set network.user and PLUMBLINE_PROXY_PASSWORD.';
    case 'PROXY_AUTH_WINDOWS':
      return `In the desktop program choose “As this computer does”. For the service let the proxy pass ${words(target)} without a log-in.`;
    case 'PROXY_NOT_FOUND':
    case 'PROXY_UNREACHABLE':
    case 'PROXY_SILENT':
    case 'PROXY_CLOSED':
    case 'PROXY_ADDRESS':
      return 'Check the name and the port of the proxy under Settings, Network, and that this computer may connect to it.';
    case 'PROXY_UNTRUSTED':
      return 'Have the authority of the proxy’s certificate put into the certificate store of this computer, or name it with network.caFile.';
    case 'PAC_NEEDS_DESKTOP':
      return 'Name the proxy itself under Settings, Network: only the desktop program can use a PAC file.';
    case 'CA_FILE':
      return 'Correct network.caFile: see the check of how the internet is reached.';
    default:
      return `Let this computer connect to ${words(target)}, outbound TCP${proxy === null ? ', or name the proxy of the office under Settings, Network' : ''}.`;
  }
}

function connectionSentence(code: string, target: Target, proxy: string | null): string {
  const at = proxy === null ? 'The proxy' : `The proxy ${proxy}`;
  const status = /^PROXY_REFUSED_(\d+)$/.exec(code)?.[1];
  if (status !== undefined) return `${at} does not let this computer through to ${words(target)} (${status}).`;
  switch (code) {
    case 'PROXY_AUTH':
      return `${at} asks for a user and a password (407).`;
    case 'PROXY_AUTH_WINDOWS':
      return `${at} lets only Windows users through (407).`;
    case 'PROXY_NOT_FOUND':
      return `The name of the proxy ${proxy ?? ''} is not known here.`;
    case 'PROXY_UNREACHABLE':
      return `${at} cannot be reached.`;
    case 'PROXY_SILENT':
      return `${at} took the connection and said nothing.`;
    case 'PROXY_CLOSED':
      return `${at} hung up.`;
    case 'PROXY_UNTRUSTED':
      return `The certificate of the proxy ${proxy ?? ''} is not trusted.`;
    case 'PROXY_ADDRESS':
      return 'The address of the proxy is no name and port.';
    case 'PAC_NEEDS_DESKTOP':
      return 'A PAC file is named, and this Plumbline runs without the desktop program.';
    case 'CA_FILE':
      return 'The file of further authorities cannot be used.';
    case 'CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return `Nothing answered at ${words(target)}: something on the way swallows the attempt, as firewalls do.`;
    case 'ECONNREFUSED':
      return `${words(target)} refused the connection.`;
    default:
      return `${words(target)} cannot be reached (${code}).`;
  }
}

function certificateSentence(code: string, target: Target, issuer: string | null): string {
  const by = issuer === null ? '' : ` It is signed by ${issuer}.`;
  if (/EXPIRED|DATE_INVALID/.test(code)) return `The certificate of ${target.host} has expired.${by}`;
  if (/ALTNAME|COMMON_NAME/.test(code)) return `The certificate that answered is not one of ${target.host}.${by}`;
  if (/^TLS_/.test(code)) return `The connection was cut while encryption was agreed on.`;
  if (/CERT|SELF_SIGNED|UNABLE_TO|AUTHORITY/.test(code)) {
    return `The certificate of ${target.host} comes from nobody whom this computer trusts.${by}`;
  }
  return `Encryption could not be agreed on (${code}).`;
}

function certificateRemedy(code: string, target: Target): string {
  if (/EXPIRED|DATE_INVALID/.test(code))
    return 'Check the clock of this computer; if it is right, the far end has to renew it.';
  if (/^TLS_/.test(code) || !/CERT|SELF_SIGNED|UNABLE_TO|AUTHORITY|ALTNAME/.test(code)) {
    return `Let encrypted traffic to ${words(target)} pass unchanged: something on the way does not.`;
  }
  return `If a proxy inspects traffic, exempt ${target.host}, or put its authority into the certificate store of this computer (or name it with network.caFile).`;
}
