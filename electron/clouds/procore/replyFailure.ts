import type { Failure } from '#shared/domain/failure.ts';
import type { HttpReply } from '../http.ts';
import { errorTextsOf } from './errorTexts.ts';
import { busy, detailOf, quoted, rejected, unexpectedReply } from './failures.ts';
import { keyRefused } from './loginFailures.ts';

/** What a call was about. */
export type CallSubject = {
  readonly host: string;
  readonly companyId: string;
  /** Names what is asked for or written, e.g. `the subcontracts of project 24-017`. */
  readonly subject: string;
};

const permissionRemedy =
  'In Procore, look under Company, Admin, App Management whether the app is allowed this project and this tool, and update its permissions.';

/** A reply that is no success, by its status (Procore's page “Error Reference”, confidence high). */
export function replyFailure(reply: HttpReply, call: CallSubject, now: string): Failure {
  const detail = detailOf(reply);
  const { subject, host } = call;
  switch (reply.status) {
    case 401:
      return keyRefused(detail);
    case 403:
      return forbidden(reply, call, detail);
    case 404:
      return {
        next: 'needsPerson',
        code: 'procore.notVisible',
        sentence: `Procore does not show ${subject}: it is not there, or the app has no permission to see it${quoted(reply)}.`,
        remedy: `Look for it in Procore. If it is there: ${lowerFirst(permissionRemedy)}`,
        detail,
      };
    case 405:
      return {
        next: 'needsPerson',
        code: 'procore.notOffered',
        sentence: `Procore does not offer this for ${subject} in this company${quoted(reply)}.`,
        remedy: 'Do it in Procore itself, or ask Procore which of its tools the company uses.',
        detail,
      };
    case 409:
      return {
        next: 'needsPerson',
        code: 'procore.conflict',
        sentence: `Procore has a record that clashes with ${subject}, or is writing there already${quoted(reply)}.`,
        remedy: 'Look in Procore for a record with the same number or name, and try again.',
        detail,
      };
    case 400:
    case 406:
    case 413:
    case 422:
      return rejected(subject, errorTextsOf(reply.text), detail);
    case 408:
      return serverError(reply.status, subject, detail);
    case 429:
    case 503:
      return busy(reply, now);
    default:
      return reply.status >= 500 ? serverError(reply.status, subject, detail) : unexpectedReply(host, detail);
  }
}

function forbidden(reply: HttpReply, { companyId, subject }: CallSubject, detail: string): Failure {
  if (errorTextsOf(reply.text).some((text) => /not connected to this company/i.test(text)))
    return {
      next: 'needsPerson',
      code: 'procore.notConnected',
      sentence: `The app of these credentials is not installed in the Procore company ${companyId}.`,
      remedy:
        'Check the company ID under Settings, Procore. A Procore administrator installs the app under Company, Admin, App Management.',
      detail,
    };
  return {
    next: 'needsPerson',
    code: 'procore.noAccess',
    sentence: `Procore does not let the app at ${subject}${quoted(reply)}.`,
    remedy: permissionRemedy,
    detail,
  };
}

function serverError(status: number, subject: string, detail: string): Failure {
  return {
    next: 'retry',
    code: 'procore.serverError',
    sentence: `Procore had an error of its own (${status}) while asked for ${subject}.`,
    remedy: 'Plumbline tries again by itself. If it lasts, see status.procore.com or ask Procore’s support.',
    detail,
  };
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
