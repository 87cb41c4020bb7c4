import type { Failure } from '#shared/domain/failure.ts';
import type { NetworkKind } from './connectKind.ts';
import type { FailureWords } from './words.ts';

/** Every way in which connecting fails before the login, with the step that somebody has to take. */
export function networkFailure(kind: NetworkKind, { server }: FailureWords): Failure {
  switch (kind) {
    case 'driverMissing':
      return {
        next: 'needsPerson',
        code: 'sage.driverMissing',
        sentence: `Plumbline cannot reach ${server}: the ODBC driver named in the settings is not on this computer.`,
        remedy: 'Install the 64-bit "ODBC Driver 18 for SQL Server" from Microsoft, or choose an installed driver.',
      };
    case 'driverWidth':
      return {
        next: 'needsPerson',
        code: 'sage.driverWidth',
        sentence: `Plumbline cannot reach ${server}: the ODBC driver on this computer is for 32-bit programs, and Plumbline is a 64-bit one.`,
        remedy: 'Install the 64-bit "ODBC Driver 18 for SQL Server" from Microsoft beside it; Sage keeps its own.',
      };
    case 'hostUnknown':
      return {
        next: 'retry',
        code: 'sage.hostUnknown',
        sentence: `No computer of the name of ${server} is known on this network.`,
        remedy: 'Check the name in the Sage connection settings; away from the office, switch on the VPN.',
      };
    case 'portClosed':
      return {
        next: 'retry',
        code: 'sage.portClosed',
        sentence: `${server} is there, but no SQL Server answers at this instance or port.`,
        remedy:
          'On the server: is the service SQL Server (SAGE100CON) running, and is TCP/IP enabled for it in SQL Server Configuration Manager? Is the port in the settings right?',
      };
    case 'unreachable':
      return {
        next: 'retry',
        code: 'sage.unreachable',
        sentence: `${server} does not answer.`,
        remedy:
          'Check that the server is switched on, awake and reachable through its firewall; Plumbline tries again by itself.',
      };
    case 'instanceMissing':
      return {
        next: 'retry',
        code: 'sage.instanceMissing',
        sentence: `Nobody at ${server} says where that instance of SQL Server is.`,
        remedy:
          'Check the name of the instance. On the server start the service SQL Server Browser and let UDP port 1434 through the firewall, or give the instance a fixed port and enter that port instead of the instance.',
      };
    case 'brokenOff':
      return {
        next: 'retry',
        code: 'sage.brokenOff',
        sentence: `${server} broke off the connection before the login.`,
        remedy:
          'Mostly both sides know no common encryption: have TLS 1.2 enabled on the server by its updates. It also happens while SQL Server starts; Plumbline tries again by itself.',
      };
    case 'certificateUntrusted':
      return {
        next: 'needsPerson',
        code: 'sage.certificateUntrusted',
        sentence: `The certificate of ${server} comes from nobody whom this computer trusts, so Plumbline did not log in.`,
        remedy:
          'Have IT give SQL Server a certificate of your own authority, or install its certificate here under Trusted Root Certification Authorities. What trusting it unchecked would mean stands in the Sage connection settings.',
      };
    case 'certificateName':
      return {
        next: 'needsPerson',
        code: 'sage.certificateName',
        sentence: `The certificate that answered does not bear the name ${server}, so Plumbline did not log in.`,
        remedy:
          'Enter the server by the full name that stands in its certificate, or enter that name as the name in the certificate (driver 18).',
      };
    case 'certificateExpired':
      return {
        next: 'needsPerson',
        code: 'sage.certificateExpired',
        sentence: `The certificate of ${server} has expired, so Plumbline did not log in.`,
        remedy: 'Have IT renew it and restart SQL Server; check the clock of this computer too.',
      };
    case 'encryption':
      return {
        next: 'needsPerson',
        code: 'sage.encryption',
        sentence: `This computer and ${server} could not agree on an encryption.`,
        remedy:
          'Have SQL Server and its Windows brought up to date, so that TLS 1.2 is spoken (SQL Server 2014 needs Service Pack 3). Strict encryption needs SQL Server 2022.',
      };
  }
}
