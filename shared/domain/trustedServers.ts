import { serverKey, type TrustedServer } from './sageConnection.ts';

/** The decision to trust this server unchecked; null where its certificate is checked. */
export function trustOf(trusted: readonly TrustedServer[], server: string): TrustedServer | null {
  return trusted.find((one) => serverKey(one.server) === serverKey(server)) ?? null;
}

/** The list after a decision about one server. A decision that stands already keeps who made it and when. */
export function withDecision(
  trusted: readonly TrustedServer[],
  server: string,
  decision: { readonly trust: boolean; readonly by: string; readonly at: string },
): readonly TrustedServer[] {
  const before = trustOf(trusted, server);
  if (!decision.trust) return trusted.filter((one) => one !== before);
  return before === null ? [...trusted, { server, by: decision.by, at: decision.at }] : trusted;
}
