import type { Failure } from '#shared/domain/failure.ts';
import { type HttpReply, type HttpTrouble, requestTimeoutMs } from '../http.ts';
import { proxyFailure } from '../proxyFailure.ts';
import { rejectionSchema } from './wire.ts';

/** What went wrong with Clearstory, in words for an accountant. Nothing of a reply but checked field names gets into them. */

const tryAgainRemedy = 'Check this computer’s internet connection. Plumbline tries again by itself.';

export const keyMissing: Failure = {
  next: 'needsPerson',
  code: 'clearstory.keyMissing',
  sentence: 'No Clearstory API key is set.',
  remedy: 'Enter the Key ID and the secret key under Settings, Clearstory.',
};

export function troubleFailure(trouble: HttpTrouble, host: string): Failure {
  const { kind, detail } = trouble;
  const atProxy = proxyFailure(trouble, host);
  if (atProxy !== null) return atProxy;
  switch (kind) {
    case 'untrusted':
      return {
        next: 'needsPerson',
        code: 'clearstory.notTrusted',
        sentence: `The certificate that ${host} showed could not be trusted, so nothing was sent.`,
        remedy: 'Ask IT whether a proxy inspects encrypted traffic and whether its certificate is installed here.',
        detail,
      };
    case 'tooLong':
      return unexpectedReply(host, detail);
    case 'timedOut': {
      const sentence = `Clearstory (${host}) did not answer within ${requestTimeoutMs / 1000} seconds.`;
      return { next: 'retry', code: 'clearstory.unreachable', sentence, remedy: tryAgainRemedy, detail };
    }
    case 'notSent':
    case 'lost': {
      const lost = kind === 'lost';
      const sentence = lost
        ? `The connection to Clearstory (${host}) broke before it answered.`
        : `Clearstory (${host}) cannot be reached from this computer.`;
      return { next: 'retry', code: 'clearstory.unreachable', sentence, remedy: tryAgainRemedy, detail };
    }
  }
}

/** The reply came, but not from something that speaks Clearstory's API. */
export function unexpectedReply(host: string, detail: string): Failure {
  return {
    next: 'needsPerson',
    code: 'clearstory.unexpectedReply',
    sentence: `${host} answered, but not as Clearstory does.`,
    remedy:
      'Check the Clearstory address under Settings, Clearstory, and whether a proxy or sign-in page stands in between.',
    detail,
  };
}

/** A reply that is no success. `subject` names what was asked for, e.g. `the new project “Pump House”`. */
export function replyFailure(reply: HttpReply, host: string, subject: string, now: string): Failure {
  const detail = `HTTP ${reply.status}`;
  const { status } = reply;
  if (status === 401 || status === 403)
    return {
      next: 'needsPerson',
      code: 'clearstory.keyRefused',
      sentence: 'Clearstory refused the API key.',
      remedy:
        'Ask a Clearstory Account Owner whether the key was deleted (Settings, Advanced Settings, Web API Keys), and enter a new one under Settings, Clearstory.',
      detail,
    };
  if (status === 404)
    return {
      next: 'needsPerson',
      code: 'clearstory.notFound',
      sentence: `Clearstory does not have ${subject} any more.`,
      remedy: 'Look for it in Clearstory: it may have been deleted, or the API key may belong to another company.',
      detail,
    };
  if (status === 409)
    return {
      next: 'needsPerson',
      code: 'clearstory.conflict',
      sentence: `Clearstory already has a record that clashes with ${subject}.`,
      remedy: 'Look in Clearstory for a project of the same office with the same job number, and map that one instead.',
      detail,
    };
  if (status === 422 || status === 400) return rejected(reply, subject, detail);
  if (status === 429 || status === 503) return busy(reply, now, detail);
  if (status >= 500)
    return {
      next: 'retry',
      code: 'clearstory.serverError',
      sentence: `Clearstory had an error of its own (${status}) while asked for ${subject}.`,
      remedy: 'Plumbline tries again by itself. If it lasts, see Clearstory’s status page or ask their support.',
      detail,
    };
  return unexpectedReply(host, detail);
}

function busy(reply: HttpReply, now: string, detail: string): Failure {
  const words = {
    code: 'clearstory.busy',
    sentence: 'Clearstory is busy and asked us to wait.',
    remedy: 'Nothing to do: Plumbline goes on by itself.',
    detail,
  };
  if (reply.retryAfterMs === null) return { next: 'retry', ...words };
  return { next: 'waitUntil', until: new Date(Date.parse(now) + reply.retryAfterMs).toISOString(), ...words };
}

/** The names people know the fields by. */
const fieldWords = new Map([
  ['officeId', 'office'],
  ['customerId', 'customer'],
  ['customerInternalId', 'customer'],
  ['jobNumber', 'job number'],
  ['contractValue', 'contract value'],
  ['zipCode', 'ZIP code'],
  ['labelIds', 'labels'],
  ['address', 'street address'],
]);

function rejected(reply: HttpReply, subject: string, detail: string): Failure {
  const fields = rejectedFields(reply.text).map((field) => fieldWords.get(field) ?? field);
  const named = [...new Set(fields)].join(', ');
  return {
    next: 'needsPerson',
    code: 'clearstory.rejected',
    sentence: `Clearstory did not accept ${subject}${named === '' ? '' : ` because of: ${named}`}.`,
    remedy: named === '' ? 'Check every field and try again.' : `Change ${named} and try again.`,
    detail,
  };
}

/** The fields a 422 names. Names only, and only such as could be one: the rest of the reply is not ours to show. */
function rejectedFields(text: string): readonly string[] {
  try {
    const { errors } = rejectionSchema.parse(JSON.parse(text));
    return errors
      .map((error) => error.param ?? error.path ?? '')
      .filter((name) => /^[A-Za-z][\w.[\]]{0,40}$/.test(name));
  } catch {
    return [];
  }
}

/** A create whose fate is unknown: whoever asked must look before asking again. */
export function outcomeUnknown(subject: string, detail: string): Failure {
  return {
    next: 'retry',
    code: 'clearstory.outcomeUnknown',
    sentence: `The connection to Clearstory broke before it said whether ${subject} was created.`,
    remedy: 'Plumbline looks for it by its job number before it tries again, so that no second one is made.',
    detail,
  };
}

/** A single record that could not be understood. */
export function unreadableRecord(subject: string, reason: string): Failure {
  return {
    next: 'needsPerson',
    code: 'clearstory.unreadable',
    sentence: `Clearstory sent ${subject} in a form Plumbline cannot read: ${reason}.`,
    remedy: 'Clearstory may have changed. Look for an update of Plumbline, or report this to its support.',
  };
}

/** The list would not hold still long enough to be read whole. */
export function listMoving(subject: string): Failure {
  return {
    next: 'retry',
    code: 'clearstory.listMoving',
    sentence: `${subject} in Clearstory changed faster than they could be read.`,
    remedy: 'Nothing is lost: Plumbline reads them again at the next run.',
  };
}
