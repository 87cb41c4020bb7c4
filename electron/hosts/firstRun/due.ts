import { existsSync } from 'node:fs';
import type { Store } from '../../engine/ports/store.ts';
import type { Companies } from '../companies/companies.ts';
import type { Home } from '../homeFolder.ts';

/**
 * Whether the first run is to open by itself: nobody has finished or dismissed it, no company was ever at work, and no configuration file
 * has settled what it would ask. A company that is not open yet may be at work: until that is known, it is not due.
 */
export function firstRunDue(
  companies: Pick<Companies, 'known' | 'placeOf'>,
  home: Pick<Home, 'firstRunFile'>,
): boolean {
  const fresh = companies.known().every(({ id, origin }) => {
    const place = companies.placeOf(id);
    return origin !== 'file' && place.state === 'open' && !hasWorked(place.composed.store);
  });
  return fresh && !existsSync(home.firstRunFile);
}

function hasWorked({ mappings, links, procore }: Store): boolean {
  return mappings.all().length > 0 || links.all().length > 0 || procore.links.all('project').length > 0;
}
