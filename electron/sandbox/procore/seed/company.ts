import { costCodes, costTypes } from '../../sampleCompany/lists.ts';
import type { Memory } from '../memory.ts';
import type { Book } from './book.ts';
import { newMemory } from './book.ts';

/** Short code and Procore's own base type of Sage's cost types, by Sage's number. */
const typeCodes: Readonly<Record<string, readonly [code: string, base: string]>> = {
  '1': ['M', 'materials'],
  '2': ['L', 'labor'],
  '3': ['E', 'equipment'],
  '4': ['S', 'commitment'],
  '5': ['O', 'other'],
  '6': ['ST', 'other'],
  '7': ['TL', 'other'],
  '8': ['PB', 'other'],
  '9': ['WR', 'other'],
};

const units = ['CY', 'EA', 'HR', 'LF', 'LS', 'MO', 'SF', 'SHT', 'TN', 'PALLETS'];

export const erpListId = '5512';
export const ownListId = '5513';

/** Procore's own list: tiered, with another way of writing codes. */
const ownCodes: readonly (readonly [
  code: string,
  name: string,
  children: readonly (readonly [code: string, name: string])[],
])[] = [
  [
    '01',
    'General Requirements',
    [
      ['010', 'Supervision'],
      ['100', 'Temporary Facilities'],
      ['500', 'Final Cleaning'],
    ],
  ],
  [
    '08',
    'Openings',
    [
      ['410', 'Entrances and Storefronts'],
      ['800', 'Glazing'],
    ],
  ],
  [
    '09',
    'Finishes',
    [
      ['210', 'Plaster and Gypsum Board'],
      ['900', 'Painting and Coating'],
    ],
  ],
];

function addOwnList(memory: Memory): void {
  memory.put('codeLists', {
    id: ownListId,
    name: 'Procore Standard Cost Codes',
    available_to_use_on_new_projects: false,
  });
  for (const [code, name, children] of ownCodes) {
    const parent = memory.put('standardCodes', {
      id: memory.nextId(),
      standard_cost_code_list_id: ownListId,
      code,
      name,
    });
    for (const [child, childName] of children)
      memory.put('standardCodes', {
        id: memory.nextId(),
        standard_cost_code_list_id: ownListId,
        parent_id: parent.id,
        code: child,
        name: childName,
      });
  }
}

/** What every company has before its first project: Procore's own codes, units, tax codes. */
export function bareCompany(): Memory {
  const memory = newMemory();
  addOwnList(memory);
  for (const [index, name] of units.entries())
    memory.put('uoms', { id: String(901 + index), name, is_standard: name !== 'PALLETS' });
  memory.put('taxCodes', { id: '5', code: 'WA-TAC', description: 'Tacoma', rate1: '10.30' });
  memory.put('taxCodes', { id: '6', code: 'WA-PUY', description: 'Puyallup', rate1: '10.20' });
  return memory;
}

/** The same with Sage's list: every active cost code, flat and written as Sage writes it, and Sage's cost types. */
export function companyWithErpList(): Book {
  const memory = bareCompany();
  memory.put('codeLists', { id: erpListId, name: 'Sage 100 Standard Cost Codes', is_erp_list: true });
  for (const [number, name] of Object.entries(costTypes)) {
    const [code, base_type] = typeCodes[number] ?? [number, 'other'];
    memory.put('lineItemTypes', { id: String(40 + Number(number)), name, code, base_type });
  }
  // From old days, before codes were asked for: nobody in Sage knows it.
  memory.put('lineItemTypes', { id: '58', name: 'Owner Direct', code: null, base_type: null });
  const standardIds = new Map<string, string>();
  for (const { code, name } of costCodes.filter((one) => !one.inactive)) {
    const made = memory.put('standardCodes', {
      id: memory.nextId(),
      standard_cost_code_list_id: erpListId,
      code,
      name,
    });
    standardIds.set(code, made.id);
  }
  return {
    memory,
    typeId: (sageType) => String(40 + Number(sageType)),
    standardId: (code) => standardIds.get(code),
  };
}
