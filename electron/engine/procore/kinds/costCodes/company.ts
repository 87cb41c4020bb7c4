import type { ChoiceField, Choices } from '#shared/contract/procore.ts';
import { displayCostCode } from '#shared/domain/costCode.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import type { ProcoreCostType } from '#shared/domain/procore/records.ts';
import type { CostCode, ListItem } from '#shared/domain/sage/facts.ts';
import type { Context } from '../../../context.ts';
import type { Accepting, Compared, ItemFacts } from '../../kindModule.ts';
import { bareFacts } from '../shared/bareFacts.ts';
import { agreedType, companyCodes, sageCodeList, spellings, typePairs } from '../shared/codes.ts';
import { listChoice } from '../shared/overflow.ts';
import { allOfSage } from '../shared/sageFacts.ts';
import type { Settle } from './links.ts';

/** The list that projects are put on, by the name that Procore's manual gives it. */
const listName = 'Sage 100 Standard Cost Codes';

const sentCode = (code: string) => `sent:${code}`;
const sentType = (number: string) => `sentType:${number}`;

/** The company's own list of cost codes and cost types, from Sage into Procore. */
export function companyFacts(context: Context): ItemFacts {
  const link = context.store.procore.links.get(companyCodes);
  const { codes, types } = unsent(context);
  const count = allOfSage(context, 'costCode').length;
  const words = [
    ...(codes.length === 0 ? [] : [`${codes.length} cost ${codes.length === 1 ? 'code' : 'codes'}`]),
    ...(types.length === 0 ? [] : [`${types.length} cost ${types.length === 1 ? 'type' : 'types'}`]),
  ];
  return {
    ...bareFacts(companyCodes, 'Cost codes and cost types of the company'),
    direction: 'import',
    number: listName,
    place: 'Sage 6-5',
    link,
    update: words.length === 0 ? null : `New or changed in Sage: ${words.join(' and ')}`,
    unmet:
      count > 0
        ? []
        : [
            {
              rule: 'R-022',
              field: 'costCodes',
              value: '',
              sentence: 'No cost codes of Sage (6-5) are known yet: read Sage first.',
            },
          ],
  };
}

type Unsent = { readonly codes: readonly CostCode[]; readonly types: readonly ListItem[] };

/** What Procore was not told yet, or was told otherwise. Inactive codes are not offered to projects. */
function unsent(context: Context): Unsent {
  const agreed = context.store.procore.links.get(companyCodes)?.agreed ?? {};
  return {
    codes: allOfSage(context, 'costCode').filter(
      ({ code, name, inactive }) => !inactive && agreed[sentCode(code)] !== name,
    ),
    types: allOfSage(context, 'costType').filter(({ number, name }) => agreed[sentType(number)] !== name),
  };
}

/** A cost type of Sage that is none of Procore's by its name: a person says which one it is, or that it is new. */
export function companyChoices(context: Context): readonly ChoiceField[] {
  const pairs = typePairs(context);
  const paired = new Set(pairs.values());
  const free = context.store.procore.records.all('costType').filter(({ id }) => !pairs.has(id));
  return unsent(context)
    .types.filter(({ number }) => ![...paired].some((one) => one === number))
    .map(({ number, name }) =>
      listChoice(
        typeChoice(number),
        `Sage's cost type ${number}-${name} in Procore`,
        free.find((type) => isAlike(type, name))?.id ?? 'new',
        [
          { value: 'new', label: 'A new cost type' },
          ...free.map(({ id, code, name: theirs }) => ({ value: id, label: `${code} ${theirs}` })),
        ],
        'What is chosen is kept: amounts of one are amounts of the other.',
      ),
    );
}

const typeChoice = (number: string) => `type${number}`;

/** Only proposed: `Materials` for `Material`. */
function isAlike({ name }: ProcoreCostType, sage: string): boolean {
  const [theirs, ours] = [name.trim().toLowerCase(), sage.trim().toLowerCase()];
  return ours !== '' && (theirs.startsWith(ours) || ours.startsWith(theirs));
}

export async function acceptCompany(context: Context, choices: Choices): Promise<Result<Accepting>> {
  const lists = await context.procore.costCodeLists();
  if (!lists.ok) return lists;
  const list = lists.value.find(({ name }) => name === listName)?.id ?? null;
  return succeed(acceptedCompany(context, choices, spellings(context, list)));
}

function acceptedCompany(context: Context, choices: Choices, spell: (code: string) => string): Accepting {
  const { company } = context;
  const { codes, types } = unsent(context);
  if (codes.length + types.length === 0) {
    const sentence = 'Procore has every cost code and cost type of Sage already.';
    return { ok: false, refusals: [{ field: 'codes', value: '', sentence }] };
  }
  const chosen = chosenTypes(context, types, choices);
  const twice = chosen.find(({ id }, index) => id !== null && chosen.findIndex((other) => other.id === id) !== index);
  if (twice !== undefined) {
    const sentence = `Cost type ${twice.code} of Procore is chosen for two of Sage's: amounts of both would become one. Choose another one.`;
    return { ok: false, refusals: [{ field: typeChoice(twice.number), value: twice.code, sentence }] };
  }
  const settle: Settle = {
    what: 'company',
    list: types.length === 0 ? 0 : 1,
    agreed: {
      ...Object.fromEntries(codes.map(({ code, name }) => [sentCode(code), name])),
      ...Object.fromEntries(types.map(({ number, name }) => [sentType(number), name])),
      ...Object.fromEntries(chosen.flatMap(({ id, number }) => (id === null ? [] : [[agreedType(id), number]]))),
    },
  };
  return {
    ok: true,
    as: {
      into: 'procore',
      purpose: context.store.procore.links.get(companyCodes) === null ? 'import' : 'update',
      title: `${codes.length} cost codes and ${types.length} cost types of Sage into Procore`,
      calls: [
        ...(types.length === 0
          ? []
          : [
              {
                op: 'costTypes.company' as const,
                types: chosen.map(({ number, code, name }) => ({
                  originId: originIdOf(company, 'costType', number),
                  code,
                  name,
                })),
              },
            ]),
        {
          op: 'costCodes.company',
          list: listName,
          codes: codes.map(({ code, name }) => ({
            originId: originIdOf(company, 'costCode', code),
            code: spell(code),
            name,
          })),
        },
      ],
      sums: [],
      warnings: chosen.flatMap(({ id, number, name, code }) =>
        id === null ? [] : [`Cost type ${code} ${name} of Procore keeps its name; it is Sage's ${number} from now on.`],
      ),
      cautions: [],
      settle: JSON.stringify(settle),
    },
  };
}

type Chosen = {
  readonly number: string;
  /** Of Procore's that it is; null: a new one. */
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
};

/** Letters that people know the fixed five by; the company's own go by their number. */
const letters: Readonly<Record<string, string>> = { '1': 'M', '2': 'L', '3': 'E', '4': 'S', '5': 'O' };

function chosenTypes(context: Context, types: readonly ListItem[], choices: Choices): readonly Chosen[] {
  const all = context.store.procore.records.all('costType');
  const idOf = new Map([...typePairs(context)].map(([id, number]) => [number as string, id]));
  const taken = new Set(all.map(({ code }) => code));
  return types.map(({ number, name }) => {
    const id = idOf.get(number) ?? choices[typeChoice(number)] ?? 'new';
    const found = all.find((type) => type.id === id);
    if (found !== undefined) return { number, id: found.id, code: found.code, name: found.name };
    const letter = letters[number] ?? number;
    return { number, id: null, code: taken.has(letter) ? `S${number}` : letter, name };
  });
}

export function compareCompany(context: Context): Compared {
  const { records } = context.store.procore;
  const list = sageCodeList(context);
  const spell = spellings(context, list);
  const listed = records.all('costCode', '').filter((code) => code.list === list);
  const theirs = new Map(listed.map((code) => [code.fullCode, code.name]));
  const codes = allOfSage(context, 'costCode').filter(({ inactive }) => !inactive);
  return {
    fields: [],
    lines: codes.map(({ code, name }) => {
      const inProcore = theirs.get(spell(code)) ?? null;
      return {
        id: code,
        title: name,
        code: displayCostCode(code),
        type: '',
        procore: inProcore,
        sage: name,
        differs: inProcore !== null && inProcore !== name,
      };
    }),
    notes: [
      'The list comes from Sage: codes and names are changed there. Codes are written as Sage shows them, with every zero.',
    ],
  };
}
