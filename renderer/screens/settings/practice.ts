/** Whether an address is on this computer, as that of the practice Clearstory is. */
export function isThisComputer(address: string): boolean {
  return URL.canParse(address) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
}
