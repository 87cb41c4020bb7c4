import { connect, type Socket } from 'node:net';
import type { CompanyEvent } from '#shared/contract/companies.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Reply } from '../../engine/engineTypes.ts';
import { onLines, parsed } from '../machine/lines.ts';
import { type Who, whoSchema } from '../machine/who.ts';
import { createSystemRandom, newToken } from '../random.ts';
import { createSeal, type Seal } from './seal.ts';
import { operatorsOnly } from './serveOperator.ts';
import { isProof, type Nonces, proofOf } from './token.ts';
import { challengeSchema, longestLine, replySchema, toldSchema } from './wire.ts';

/** A proved connection to an unattended Plumbline. */
export type OperatorLink = {
  /** Never throws; a connection that ends answers with `gone`. */
  readonly ask: (question: LinkQuestion) => Promise<Reply>;
  readonly close: () => void;
  /** Who runs it, as the one that proved itself says; null: it is of a version that does not. */
  readonly who: Who | null;
};
export type LinkQuestion =
  | { readonly ask: 'engine'; readonly company: string | null; readonly channel: string; readonly payload: unknown }
  | { readonly ask: 'stop' }
  | { readonly ask: 'address' };

export type LinkListeners = { readonly onEvent: (event: CompanyEvent) => void; readonly onClose: () => void };

const withinMs = 5_000;

export const gone: Failure = {
  next: 'retry',
  code: 'operators.gone',
  sentence: 'The unattended Plumbline on this computer does not answer just now.',
  remedy: 'It is connected again by itself as soon as it runs. See: plumbline unattended status.',
};

/** Connects, lets the other end prove that it is the one that wrote the token, and proves the same. `path`: of its socket. */
export function openOperatorLink(
  path: string,
  token: string,
  person: string,
  { onEvent, onClose }: LinkListeners,
): Promise<Result<OperatorLink>> {
  const socket = connect(path);
  const operator = newToken(createSystemRandom());
  return new Promise((resolve) => {
    let step: 'challenge' | 'welcome' | 'open' = 'challenge';
    const refuse = (failure: Failure): void => {
      clearTimeout(timer);
      resolve(fail(failure));
      socket.destroy();
    };
    const timer = setTimeout(() => refuse(gone), withinMs);
    const link = createLink(socket);
    let seal: Seal | null = null;
    socket.on('error', () => socket.destroy());
    const say = (message: object) => void socket.write(`${JSON.stringify(message)}\n`);
    socket.once('connect', () => say({ ask: 'hello', nonce: operator, person: person.slice(0, 50) }));
    socket.once('close', () => {
      refuse(gone);
      link.end();
      if (step === 'open') onClose();
    });
    onLines(
      socket,
      () => longestLine,
      (line) => {
        if (step === 'open') {
          const told = toldSchema.safeParse(seal?.open(line));
          if (!told.success) socket.destroy();
          else if ('event' in told.data) onEvent(told.data.event);
          else link.answered(told.data.id, told.data.reply);
          return;
        }
        const refusal = replySchema.safeParse(parsed(line));
        if (refusal.success && !refusal.data.ok) return refuse(refusalOf(refusal.data.failure.code));
        if (step === 'challenge') {
          const challenge = challengeSchema.safeParse(parsed(line));
          const nonces: Nonces = { operator, service: challenge.data?.nonce ?? '' };
          if (!challenge.success || !isProof(challenge.data.proof, token, 'service', nonces)) return refuse(stranger);
          say({ proof: proofOf(token, 'operator', nonces) });
          seal = createSeal(token, 'operator', nonces);
          step = 'welcome';
          return;
        }
        const welcome = replySchema.safeParse(seal?.open(line));
        if (seal === null || !welcome.success) return refuse(stranger);
        const { close } = seal;
        const who = whoSchema.safeParse(welcome.data.ok ? welcome.data.value : null).data ?? null;
        step = 'open';
        clearTimeout(timer);
        resolve(succeed({ ask: (question) => link.ask(close, question), close: () => socket.destroy(), who }));
      },
    );
  });
}

function createLink(socket: Socket) {
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  return {
    ask: (close: Seal['close'], question: LinkQuestion): Promise<Reply> => {
      if (socket.destroyed) return Promise.resolve(fail(gone));
      last += 1;
      const id = last;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        socket.write(`${close({ ...question, id })}\n`);
      });
    },
    answered: (id: number, reply: Reply): void => {
      waiting.get(id)?.(reply);
      waiting.delete(id);
    },
    end: (): void => {
      for (const resolve of waiting.values()) resolve(fail(gone));
      waiting.clear();
    },
  };
}

/** Nothing of it is proved: which refusal it is, the other end may say, but not in words that a person would then read as ours. */
function refusalOf(code: string): Failure {
  return [operatorsOnly, otherKind].find((known) => known.code === code) ?? stranger;
}

/** What runs there asks for no proof. */
export const otherKind: Failure = {
  next: 'needsPerson',
  code: 'home.question',
  sentence: 'The running Plumbline does not know this command; it may be of another version.',
};

const stranger: Failure = {
  next: 'needsPerson',
  code: 'operators.stranger',
  sentence:
    'A program on this computer answers in the place of the unattended Plumbline and is not it. Nothing was told to it.',
  remedy: 'Have IT find out which program it is. If the service was just started again, wait a moment.',
};
