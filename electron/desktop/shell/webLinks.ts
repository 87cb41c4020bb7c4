/**
 * Where links of the screens may lead: Procore's login, its pages and its help. Procore spreads its customers over hosts below these two
 * names (`us02.procore.com`), so that the names stand here and not every host (confidence high: its page “Development Environments”).
 */
const domains = ['procore.com', 'procoregov.com'] as const;

/** Far above what a login's address takes; more is no link that Plumbline made. */
const longestAddress = 2048;

/**
 * The address to open in the person's browser, or null when it is none of ours. Only https, only the usual port, no name and password in
 * it: what the browser gets is the address as it was understood here, and not the text that was asked for.
 */
export function webLink(asked: string): string | null {
  if (asked.length > longestAddress) return null;
  const url = URL.parse(asked);
  if (url === null || url.protocol !== 'https:' || url.port !== '') return null;
  if (url.username !== '' || url.password !== '') return null;
  return domains.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`)) ? url.href : null;
}
