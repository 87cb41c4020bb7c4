/** What the address that opened the session gave to this page; kept by the browser for pages of this very port, in all its windows. */
const name = 'plumbline.key';

/** Takes the key out of the address, where nobody should see it for long. Before anything looks at which screen the address names. */
export function takeSessionKey(): void {
  const [, key] = /^#key=([0-9a-f]{64})$/.exec(location.hash) ?? [];
  if (key === undefined) return;
  localStorage.setItem(name, key);
  history.replaceState(null, '', '/');
}

/** Read each time: another window may have opened a newer session. */
export function sessionKey(): string {
  return localStorage.getItem(name) ?? '';
}
