import { describe, expect, it } from 'vitest';
import { policyTemplates } from '../../../electron/hosts/policy/templates.ts';
import { settingKeys } from '../../../electron/hosts/settingKeys.ts';

/** `npx vitest run --project unit tests/unit/policy/templates.test.ts -u` writes the templates anew. */
const folder = '../../../resources/policy';
const { admx, adml } = policyTemplates();

type Tag = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly inside: readonly string[];
};

/** Every element of a document. Throws where it is not well-formed. */
function elementsOf(document: string): readonly Tag[] {
  const open: string[] = [];
  const found: Tag[] = [];
  const body = document.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '');
  for (const [whole, text, close, name = '', attributes = '', alone] of body.matchAll(
    /([^<>]+)|<(\/?)([A-Za-z]+)((?: [A-Za-z]+="[^"<]*")*)(\/?)>|[<>]/g,
  )) {
    if (text !== undefined) {
      if (/&(?!amp;|lt;|gt;|quot;)/.test(text)) throw new Error(`A bare & in ${text}`);
      continue;
    }
    if (name === '') throw new Error(`Not a tag: ${whole}`);
    if (close === '/') {
      if (open.pop() !== name) throw new Error(`${name} ends where it was not begun`);
      continue;
    }
    const pairs = [...attributes.matchAll(/ ([A-Za-z]+)="([^"]*)"/g)].map(
      ([, key = '', value = '']) => [key, value] as const,
    );
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`An attribute twice in ${whole}`);
    found.push({ name, attributes: new Map(pairs), inside: [...open] });
    if (alone !== '/') open.push(name);
  }
  if (open.length > 0) throw new Error(`Never ended: ${open.join(', ')}`);
  return found;
}

const [policies, words] = [elementsOf(admx), elementsOf(adml)];
const valuesOf = (tags: readonly Tag[], name: string, attribute: string) =>
  tags.filter((tag) => tag.name === name).flatMap(({ attributes }) => attributes.get(attribute) ?? []);
const referred = (kind: string) =>
  [...admx.matchAll(new RegExp(`\\$\\(${kind}\\.([^)]*)\\)`, 'g'))].map(([, id]) => id ?? '');
const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

describe('the templates for Group Policy', () => {
  it('are the ones that are checked in', async () => {
    await expect(admx).toMatchFileSnapshot(`${folder}/plumbline.admx`);
    await expect(adml).toMatchFileSnapshot(`${folder}/en-US/plumbline.adml`);
  });

  it('hold one policy for every setting, and one for those of single companies', () => {
    const names = [...valuesOf(policies, 'policy', 'valueName')];
    const elements = policies.filter(({ inside }) => inside.at(-1) === 'elements');
    const all = [...names, ...elements.flatMap(({ attributes }) => attributes.get('valueName') ?? [])];
    const ofOne = ['company.name', 'sage.connection.database'];
    expect(all.toSorted()).toEqual(
      settingKeys
        .map(({ key }) => key)
        .filter((key) => !ofOne.includes(key))
        .toSorted(),
    );
    expect(valuesOf(policies, 'list', 'key')).toEqual(['SOFTWARE\\Policies\\Plumbline\\Companies']);
    expect(new Set(valuesOf(policies, 'policy', 'class'))).toEqual(new Set(['Machine']));
  });

  it('name every text, presentation, category and support that they use, once, and no other', () => {
    const strings = valuesOf(words, 'string', 'id');
    expect(new Set(referred('string'))).toEqual(new Set(strings));
    expect(twice(strings)).toEqual([]);
    const presentations = valuesOf(words, 'presentation', 'id');
    expect(referred('presentation').toSorted()).toEqual(presentations.toSorted());
    const categories = valuesOf(policies, 'category', 'name');
    expect(twice(categories)).toEqual([]);
    expect(valuesOf(policies, 'parentCategory', 'ref').filter((ref) => !categories.includes(ref))).toEqual([]);
    const definitions = valuesOf(policies, 'definition', 'name');
    expect(new Set(valuesOf(policies, 'supportedOn', 'ref'))).toEqual(new Set(definitions));
  });

  it('show every value to choose in a box of its kind', () => {
    const boxes = {
      decimal: 'decimalTextBox',
      text: 'textBox',
      enum: 'dropdownList',
      multiText: 'multiTextBox',
      list: 'listBox',
    };
    for (const [element, box] of Object.entries(boxes)) {
      expect(valuesOf(words, box, 'refId')).toEqual(valuesOf(policies, element, 'id'));
    }
  });

  it('have names as Group Policy takes them', () => {
    const names = [...valuesOf(policies, 'policy', 'name'), ...valuesOf(words, 'string', 'id')];
    expect(names.filter((name) => !/^[A-Za-z0-9_]+$/.test(name))).toEqual([]);
    expect(twice(valuesOf(policies, 'policy', 'name'))).toEqual([]);
    const titles = [...adml.matchAll(/<string id="([^"]*)">([^<]*)</g)].filter(([, id]) => !id?.endsWith('_Help'));
    expect(titles.filter(([, , text = '']) => text === '' || text.length > 200)).toEqual([]);
  });
});
