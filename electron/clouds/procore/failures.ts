import type { Failure } from '#shared/domain/failure.ts';
import { type HttpReply, type HttpTrouble, requestTimeoutMs } from '../http.ts';
import { proxyFailure } from '../proxyFailure.ts';
import { errorTextsOf } from './errorTexts.ts';

/** What went wrong with Procore, in words for an accountant. */

const tryAgainRemedy = 'Check this computer’s internet connection. Plumbline tries again by itself.';

export const keyMissing: Failure = {
  next: 'needsPerson',
  code: 'procore.keyMissing',
  sentence: 'No client ID and client secret of Procore are set.',
  remedy: 'Enter both, and the company ID, under Settings, Procore.',
};

export const companyMissing: Failure = {
  next: 'needsPerson',
  code: 'procore.companyMissing',
  sentence: 'No Procore company ID is set.',
  remedy: 'Enter it under Settings, Procore. It is the number in the address of Procore’s page, app.procore.com/….',
};

export function troubleFailure(trouble: HttpTrouble, host: string): Failure {
  const { kind, detail } = trouble;
  const atProxy = proxyFailure(trouble, host);
  if (atProxy !== null) return atProxy;
  switch (kind) {
    case 'untrusted':
      return {
        next: 'needsPerson',
        code: 'procore.notTrusted',
        sentence: `The certificate that ${host} showed could not be trusted, so nothing was sent.`,
        remedy: 'Ask IT whether a proxy inspects encrypted traffic and whether its certificate is installed here.',
        detail,
      };
    case 'tooLong':
      return unexpectedReply(host, detail);
    case 'timedOut': {
      const sentence = `Procore (${host}) did not answer within ${requestTimeoutMs / 1000} seconds.`;
      return { next: 'retry', code: 'procore.unreachable', sentence, remedy: tryAgainRemedy, detail };
    }
    case 'notSent':
    case 'lost': {
      const sentence =
        kind === 'lost'
          ? `The connection to Procore (${host}) broke before it answered.`
          : `Procore (${host}) cannot be reached from this computer.`;
      return { next: 'retry', code: 'procore.unreachable', sentence, remedy: tryAgainRemedy, detail };
    }
  }
}

/** The reply came, but not from something that speaks Procore's API. */
export function unexpectedReply(host: string, detail: string): Failure {
  return {
    next: 'needsPerson',
    code: 'procore.unexpectedReply',
    sentence: `${host} answered, but not as Procore does.`,
    remedy: 'Check the addresses under Settings, Procore, and whether a proxy or sign-in page stands in between.',
    detail,
  };
}

/** The status and Procore's own number of the request, which its support asks for. */
export function detailOf(reply: HttpReply): string {
  const id = reply.header('x-request-id');
  return id === null || !/^[\w-]{1,80}$/.test(id) ? `HTTP ${reply.status}` : `HTTP ${reply.status}, request ${id}`;
}

/** A call that may not be made before an instant, ISO UTC: Procore counts calls, and waiting here would hold everything up. */
export function pausedUntil(until: string): Failure {
  return { ...busyWords, next: 'waitUntil', until };
}

const busyWords = {
  code: 'procore.busy',
  sentence: 'Procore takes no more calls for the moment: the calls allowed in this time are used up, or it is busy.',
  remedy: 'Nothing to do: Plumbline goes on by itself.',
} as const satisfies Partial<Failure>;

/** 429 and 503. */
export function busy(reply: HttpReply, now: string): Failure {
  const detail = detailOf(reply);
  if (reply.retryAfterMs === null) return { ...busyWords, next: 'retry', detail };
  return {
    ...busyWords,
    next: 'waitUntil',
    until: new Date(Date.parse(now) + reply.retryAfterMs).toISOString(),
    detail,
  };
}

/** A write whose fate is unknown: whoever asked must look before asking again. */
export function outcomeUnknown(subject: string, detail: string): Failure {
  return {
    next: 'retry',
    code: 'procore.outcomeUnknown',
    sentence: `The connection to Procore broke before it said whether ${subject} was written.`,
    remedy: 'Plumbline looks before it tries again, so that nothing is made twice.',
    detail,
  };
}

/** A single record that could not be understood. */
export function unreadableRecord(subject: string, reason: string): Failure {
  return {
    next: 'needsPerson',
    code: 'procore.unreadable',
    sentence: `Procore sent ${subject} in a form Plumbline cannot read: ${reason}.`,
    remedy: 'Procore may have changed. Look for an update of Plumbline, or report this to its support.',
  };
}

/** `texts`: what Procore says is wrong. */
export function rejected(subject: string, texts: readonly string[], detail: string): Failure {
  const said = texts.length === 0 ? ' and did not say why' : `: “${texts.join('; ')}”`;
  return {
    next: 'needsPerson',
    code: 'procore.rejected',
    sentence: `Procore did not accept ${subject}${said}.`,
    remedy: 'Correct what is named in Procore, or here where it comes from, and try again.',
    detail,
  };
}

/** The words of a reply that is no success, for use in a sentence: ` (Procore says: “…”)` or nothing. */
export function quoted(reply: HttpReply): string {
  const texts = errorTextsOf(reply.text);
  return texts.length === 0 ? '' : ` (Procore says: “${texts.join('; ')}”)`;
}
