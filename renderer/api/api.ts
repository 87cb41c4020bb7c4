import type { ChangedEvent } from '#shared/contract/events.ts';
import type { ChannelName, RequestOf, ResponseOf } from '#shared/contract/requests.ts';
import type { Failure, Result } from '#shared/domain/failure.ts';

/** The screens' only door to the engine. Refusals are data; a carrier that cannot reach the engine answers with `noAnswer`. */
export type Api = {
  request<C extends ChannelName>(channel: C, request: RequestOf<C>): Promise<Result<ResponseOf<C>>>;
  onChanged(listener: (event: ChangedEvent) => void): () => void;
};

/** The code of the failure that says that the engine could not be reached at all. */
const noAnswerCode = 'noAnswer';
/** The web host's word for a browser whose session has ended, e.g. because Plumbline was started again. */
const noSessionCode = 'web.noSession';

/** True when nothing can be asked at the moment, whatever it is. */
export function isCutOff(failure: Failure): boolean {
  return cutOff.has(failure.code);
}

/** The last of them: the desktop watches the computer's unattended Plumbline, which does not run or is not for this user. */
const cutOff: ReadonlySet<string> = new Set([
  noAnswerCode,
  noSessionCode,
  'operators.gone',
  'operators.only',
  'operators.stranger',
  'unattended.starting',
  'unattended.stopped',
]);

/** The failure of a request that never reached the engine. */
export function noAnswer(detail: string): Failure {
  return {
    next: 'retry',
    code: noAnswerCode,
    sentence: 'Plumbline does not answer.',
    remedy: 'Check that it is still running on this computer.',
    detail,
  };
}
