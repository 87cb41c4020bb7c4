import type { Failure } from '#shared/domain/failure.ts';
import { applicationName } from '../connection/odbcKeywords.ts';
import type { LoginKind } from './connectKind.ts';
import type { FailureWords } from './words.ts';

/** Every way in which a server that was reached refuses the login or the company, with the step that somebody has to take. */
export function loginFailure(kind: LoginKind, { company, server }: FailureWords): Failure {
  switch (kind) {
    case 'applicationRefused':
      return {
        next: 'needsPerson',
        code: 'sage.applicationRefused',
        sentence: `${server} refuses Plumbline: it is not on Sage's list of approved applications.`,
        remedy: `In Sage's Database Administration open Advanced Settings, Advanced SQL Server Settings, “Limit access to this SQL Server instance to approved applications”, Edit Approvals, and tick ${applicationName}.`,
      };
    case 'login':
      return {
        next: 'needsPerson',
        code: 'sage.login',
        sentence: `${server} refused the login for company ${company}.`,
        remedy:
          'Check user and password (or the Windows user) in the Sage connection settings. A SQL login also needs “SQL Server and Windows Authentication mode” on the server; the reason of each refusal stands in the error log of SQL Server.',
      };
    case 'loginWindows':
      return {
        next: 'needsPerson',
        code: 'sage.loginWindows',
        sentence: `${server} could not tell which Windows user Plumbline runs as.`,
        remedy:
          'This computer and the server have to be in the same domain or in domains that trust each other, and the server has to be entered by its full name. Otherwise use a SQL login.',
      };
    case 'loginComputer':
      return {
        next: 'needsPerson',
        code: 'sage.loginComputer',
        sentence: `${server} refused this computer's own account: Plumbline runs as a service without a user of its own.`,
        remedy: 'Run the service as a Windows user that has a login on the server, or use a SQL login.',
      };
    case 'loginDisabled':
      return {
        next: 'needsPerson',
        code: 'sage.loginDisabled',
        sentence: `${server} refused the login: it is disabled.`,
        remedy: "Have it enabled in Sage's Database Administration or in SQL Server, or use another one.",
      };
    case 'loginLocked':
      return {
        next: 'needsPerson',
        code: 'sage.loginLocked',
        sentence: `${server} refused the login: it is locked after too many wrong passwords.`,
        remedy: 'Have it unlocked on the server, and enter the right password in the Sage connection settings.',
      };
    case 'passwordExpired':
      return {
        next: 'needsPerson',
        code: 'sage.passwordExpired',
        sentence: `${server} refused the login: its password has expired or has to be changed first.`,
        remedy: 'Have the password changed on the server, and enter the new one in the Sage connection settings.',
      };
    case 'serverClosed':
      return {
        next: 'retry',
        code: 'sage.serverClosed',
        sentence: `${server} lets nobody but administrators in just now: it starts, stops, is paused or is being worked on.`,
        remedy: 'Plumbline tries again by itself; if it lasts, ask who works on the server.',
      };
    case 'companyMissing':
      return {
        next: 'needsPerson',
        code: 'sage.companyMissing',
        sentence: `Company ${company} cannot be opened on ${server}.`,
        remedy: 'Check the company name in the Sage connection settings, and that this login may open it.',
      };
    case 'companyClosed':
      return {
        next: 'retry',
        code: 'sage.companyClosed',
        sentence: `Company ${company} is closed just now: it is being restored, recovered or maintained, or is offline.`,
        remedy: "Plumbline tries again by itself; if it lasts, look at the company in Sage's Database Administration.",
      };
    case 'companySuspect':
      return {
        next: 'needsPerson',
        code: 'sage.companySuspect',
        sentence: `SQL Server could not open company ${company}: its files are missing or damaged, or the disk is full.`,
        remedy: 'Have IT look at the disk and the error log of SQL Server before anybody restores anything.',
      };
  }
}
