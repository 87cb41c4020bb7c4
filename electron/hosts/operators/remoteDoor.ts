import type { CompanyEvent } from '#shared/contract/companies.ts';
import { topics } from '#shared/contract/events.ts';
import { type Failure, fail } from '#shared/domain/failure.ts';
import type { Clock } from '../../engine/ports/runtime.ts';
import type { Door } from '../companies/door.ts';
import type { Who } from '../machine/who.ts';
import { gone, type OperatorLink, openOperatorLink } from './operatorLink.ts';
import { operatorsOnly } from './serveOperator.ts';
import { readToken } from './token.ts';

/** The door of the unattended Plumbline, for the screens of an operator. It stays when the service is started again. */
export type RemoteDoor = Door & {
  /** Who runs it, while it is connected. */
  readonly who: () => Who | null;
  readonly close: () => void;
};

export type RemoteDoorOptions = {
  readonly home: string;
  /** Of its socket. */
  readonly path: string;
  /** Who looks at the screens. */
  readonly person: string;
  readonly clock: Pick<Clock, 'after'>;
  /** Why there is nobody, when there is nobody: the service is installed but does not run, say. */
  readonly absent: () => Promise<Failure>;
};

const againMs = 2_000;
const everything: CompanyEvent = { company: null, topics: [...topics], transfer: null };

export function createRemoteDoor(options: RemoteDoorOptions): RemoteDoor {
  const { home, path, person, clock } = options;
  const listeners = new Set<(event: CompanyEvent) => void>();
  const tell = (event: CompanyEvent) => {
    for (const listener of listeners) listener(event);
  };
  let link: OperatorLink | null = null;
  let failure: Failure = gone;
  let closed = false;
  let cancel: () => void = () => undefined;

  const connectAgain = (): void => {
    connecting = attempt();
  };
  const attempt = async (): Promise<void> => {
    const read = readToken(home);
    if (typeof read === 'string') failure = read === 'refused' ? operatorsOnly : await options.absent();
    else {
      const opened = await openOperatorLink(path, read.token, person, { onEvent: tell, onClose: lost });
      if (opened.ok && !closed) {
        link = opened.value;
        return tell(everything);
      }
      if (opened.ok) return opened.value.close();
      failure = opened.failure.code === gone.code ? await options.absent() : opened.failure;
    }
    if (!closed) cancel = clock.after(againMs, connectAgain);
  };
  const lost = (): void => {
    link = null;
    failure = gone;
    tell(everything);
    if (!closed) cancel = clock.after(againMs, connectAgain);
  };
  // The first attempt may be over before it returns: everything that it uses stands above.
  let connecting: Promise<void> = attempt();

  return {
    request: async (company, channel, payload) => {
      if (link === null) await connecting;
      return link === null ? fail(failure) : link.ask({ ask: 'engine', company, channel, payload });
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    who: () => link?.who ?? null,
    close: () => {
      closed = true;
      cancel();
      link?.close();
    },
  };
}
