import type { Clock, Random } from '../engine/ports/runtime.ts';
import { newToken } from '../hosts/random.ts';

/** Long enough to copy an address from one window to another, short enough that a terminal's scrollback opens nothing later. */
const oneTimeTokenMs = 5 * 60 * 1000;

/**
 * Browsers give a cookie to every port of a computer, and with it to whatever another user of it lets listen there. The key is kept by
 * the page where only pages of its own port look, and is asked for besides.
 */
export type Session = { readonly cookie: string; readonly key: string };

export type Sessions = {
  /** A token that opens one session, once, within five minutes. */
  readonly offer: () => string;
  /** The new session; null for a token that is unknown, used or too old. */
  readonly redeem: (token: string) => Session | null;
  /** Enough for the page, in which nothing stands. */
  readonly isOpen: (cookie: string | null) => boolean;
  /** Whether this is the key that the page of this session was given. */
  readonly fits: (cookie: string | null, key: string | null) => boolean;
};

/** One-time tokens and the sessions they opened; both end with the process. */
export function createSessions(clock: Clock, random: Random): Sessions {
  const offered = new Map<string, number>();
  const open = new Map<string, string>();
  return {
    offer: () => {
      const token = newToken(random);
      offered.set(token, clock.monotonicMs());
      return token;
    },
    redeem: (token) => {
      const since = offered.get(token);
      offered.delete(token);
      if (since === undefined || clock.monotonicMs() - since > oneTimeTokenMs) return null;
      const session = { cookie: newToken(random), key: newToken(random) };
      open.set(session.cookie, session.key);
      return session;
    },
    isOpen: (cookie) => cookie !== null && open.has(cookie),
    fits: (cookie, key) => cookie !== null && key !== null && open.get(cookie) === key,
  };
}

/** Cookies are shared by all ports of a machine, so that the port is part of the name: two Plumblines do not log each other out. */
export function cookieName(port: number): string {
  return `plumbline-${port}`;
}

/** Kept by the browser until it closes, out of reach of scripts and of pages from elsewhere. */
export function sessionCookie(port: number, session: string): string {
  return `${cookieName(port)}=${session}; HttpOnly; SameSite=Strict; Path=/`;
}

export function readSessionCookie(header: string | undefined, port: number): string | null {
  const prefix = `${cookieName(port)}=`;
  const found = (header ?? '').split(';').find((part) => part.trim().startsWith(prefix));
  return found === undefined ? null : found.trim().slice(prefix.length);
}
