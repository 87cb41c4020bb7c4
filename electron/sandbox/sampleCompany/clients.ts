import { clients as storyClients } from '../story/jobs.ts';
import { at, between, pick } from './chance.ts';
import { type SampleRow, sampleRow } from './rows.ts';
import { buildings, places, streets, surnames } from './words/places.ts';

type SampleClient = { readonly number: string; readonly name: string; readonly shortName: string };

/**
 * The client in a place of a block. Block 0 is the story; each further block of a multiplied company repeats its shape with
 * other names and numbers.
 */
function clientIn(block: number, index: number): SampleClient {
  const story = at(storyClients, index);
  if (block === 0) return story;
  const name = `${at(surnames, block * 7 + index)} ${at(buildings, index)} Holdings of ${at(places, block + index)}`;
  return { number: String(1000 + block * 10 + index), name, shortName: name.slice(0, 30).trim() };
}

/** The client of a job: the same place in the job's own block. */
export function clientNumber(block: number, storyNumber: string): string {
  const index = storyClients.findIndex(({ number }) => number === storyNumber);
  return clientIn(block, index).number;
}

export function* clientRows(scale: number): Iterable<SampleRow> {
  for (let block = 0; block < scale; block += 1)
    for (let index = 0; index < storyClients.length; index += 1) {
      const { number, name, shortName } = clientIn(block, index);
      yield sampleRow('reccln', {
        recnum: number,
        clnnme: name,
        shtnme: shortName,
        status: '1',
        contct: `${pick(surnames, number, 'contact')}, Facilities`,
        addrs1: `${between(100, 9900, number, 'street')} ${pick(streets, number)}`,
        ctynme: 'Tacoma',
        state_: 'WA',
        zipcde: `984${between(10, 99, number, 'zip')}`,
        phnnum: `253 555-${String(between(100, 199, number, 'phone')).padStart(4, '0')}`,
      });
    }
}
