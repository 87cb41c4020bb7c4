import type { Socket } from 'node:net';
import type { Failure } from '#shared/domain/failure.ts';
import type { Reply } from '../../engine/engineTypes.ts';
import type { Random } from '../../engine/ports/runtime.ts';
import type { Door } from '../companies/door.ts';
import { onLines, parsed } from '../machine/lines.ts';
import type { Who } from '../machine/who.ts';
import { newToken } from '../random.ts';
import { createSeal, type Seal } from './seal.ts';
import { isProof, type Nonces, proofOf } from './token.ts';
import { askedSchema, helloSchema, longestLine, longestUnproved, proofSchema } from './wire.ts';

/** What operators of an unattended Plumbline get at. */
export type OperatorsDesk = {
  readonly token: string;
  readonly who: Who;
  readonly door: Door;
  readonly random: Random;
  /** Answers when it has ended, but for what this connection needs. */
  readonly stop: () => Promise<Reply>;
};

/** Whoever proves nothing in this time goes. */
const proveWithinMs = 10_000;

type State =
  | { readonly name: 'unknown' }
  | { readonly name: 'challenged'; readonly nonces: Nonces; readonly person: string }
  | { readonly name: 'operator'; readonly person: string; readonly seal: Seal };

/**
 * Serves one connection of an unattended Plumbline. Anybody on the computer may ask who runs it; everything else is for whoever proves
 * the token: then it is the whole contract, and every change is told, in lines that nobody between can read or change.
 */
export function serveOperator(socket: Socket, desk: OperatorsDesk): void {
  let state: State = { name: 'unknown' };
  const write = (line: string): void => void (socket.destroyed || socket.write(`${line}\n`));
  const end = (reply: object): void => void socket.end(`${JSON.stringify(reply)}\n`);
  const patience = setTimeout(() => socket.destroy(), proveWithinMs);
  socket.once('close', () => clearTimeout(patience));

  const first = (value: unknown): State => {
    const hello = helloSchema.safeParse(value);
    if (hello.success) {
      const nonces = { operator: hello.data.nonce, service: newToken(desk.random) };
      write(JSON.stringify({ nonce: nonces.service, proof: proofOf(desk.token, 'service', nonces) }));
      return { name: 'challenged', nonces, person: hello.data.person };
    }
    end(isWho(value) ? { ok: true, value: desk.who } : { ok: false, failure: operatorsOnly });
    return state;
  };
  const second = (value: unknown, { nonces, person }: Extract<State, { name: 'challenged' }>): State => {
    const given = proofSchema.safeParse(value);
    if (!given.success || !isProof(given.data.proof, desk.token, 'operator', nonces)) {
      end({ ok: false, failure: operatorsOnly });
      return { name: 'unknown' };
    }
    const seal = createSeal(desk.token, 'service', nonces);
    clearTimeout(patience);
    write(seal.close({ ok: true, value: desk.who }));
    socket.once(
      'close',
      desk.door.onChanged((event) => write(seal.close({ event }))),
    );
    return { name: 'operator', person, seal };
  };
  const answer = async (line: string, { person, seal }: Extract<State, { name: 'operator' }>): Promise<void> => {
    const say = (message: object): void => write(seal.close(message));
    const asked = askedSchema.safeParse(seal.open(line));
    if (!asked.success) return void socket.destroy();
    const { id, ask } = asked.data;
    if (ask === 'stop') say({ id, reply: await desk.stop() });
    else if (ask === 'address') say({ id, reply: { ok: false, failure: noAddress } });
    else
      say({ id, reply: await desk.door.request(asked.data.company, asked.data.channel, asked.data.payload, person) });
  };

  onLines(
    socket,
    () => (state.name === 'operator' ? longestLine : longestUnproved),
    (line) => {
      if (state.name === 'unknown') state = first(parsed(line));
      else if (state.name === 'challenged') state = second(parsed(line), state);
      else answer(line, state).catch(() => socket.destroy());
    },
  );
}

function isWho(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ask' in value && value.ask === 'who';
}

export const operatorsOnly: Failure = {
  next: 'needsPerson',
  code: 'operators.only',
  sentence: 'Plumbline runs unattended on this computer, and this user is not one of its operators.',
  remedy: 'Ask IT to add the user to the operators (IT guide, Unattended running), or run this as an administrator.',
};

const noAddress: Failure = {
  next: 'needsPerson',
  code: 'unattended.noBrowser',
  sentence: 'Plumbline runs unattended on this home folder and opens no address for a browser.',
  remedy: 'Operators watch it in Plumbline’s own window; or stop it with: plumbline unattended stop.',
};
