import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './project.ts';
import { everyElement, readXml } from './xml.ts';

const guide = readFileSync(join(root, 'resources/help/it.md'), 'utf8');
const elements = everyElement(readXml(readFileSync(join(root, 'resources/installer/setup.wxs'), 'utf8')));

describe('the guide for IT', () => {
  it('describes every property of the MSI in one table, and none that it does not have', () => {
    const secure = elements.filter(({ name, attributes }) => name === 'Property' && attributes.Secure === 'yes');
    const table = /\| Property \|.*\n\| ---.*\n((?:\|.*\n)+)/.exec(guide)?.[1] ?? '';
    const described = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, property]) => property ?? '');
    expect(described.toSorted()).toEqual(secure.map(({ attributes }) => attributes.Id ?? '').toSorted());
  });

  it('names every place in the registry that the MSI writes to, and the account of the service', () => {
    for (const text of ['HKLM\\SOFTWARE\\Plumbline\\Setup', 'CurrentVersion\\Run', 'NT SERVICE\\Plumbline']) {
      expect(guide).toContain(text);
      const written = elements.flatMap(({ attributes }) => Object.values(attributes));
      expect(written.some((value) => value.includes(text.replace('HKLM\\', '')))).toBe(true);
    }
  });
});
