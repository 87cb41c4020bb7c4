/** One element of an XML document that a program of ours or electron-builder wrote: no entities beyond the five, no mixed content. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
};

type Open = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w.:]+)\s*>|<([\w.:]+)((?:\s+[\w.:]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/g;

/** Reads a whole document. Throws when it is not well-formed. */
export function readXml(document: string): Element {
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const path: Open[] = [top];
  let end = 0;
  for (const match of document.matchAll(token)) {
    if (match.index !== end) throw new Error(`Not well-formed at "${document.slice(end, end + 60)}"`);
    end = match.index + match[0].length;
    const at = path.at(-1) ?? top;
    const [whole, cdata, closing, opening, attributes, empty] = match;
    if (opening !== undefined) {
      const element: Open = { name: opening, attributes: readAttributes(attributes ?? ''), children: [], text: '' };
      at.children.push(element);
      if (empty !== '/') path.push(element);
    } else if (closing !== undefined) {
      if (path.pop()?.name !== closing) throw new Error(`</${closing}> ends what it did not begin.`);
    } else if (cdata !== undefined) at.text += cdata;
    else if (!whole.startsWith('<')) at.text += plain(whole);
  }
  const only = top.children[0];
  if (end !== document.length || path.length !== 1 || top.children.length !== 1 || only === undefined) {
    throw new Error('The document does not end where it should.');
  }
  return only;
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w.:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  const attributes = Object.fromEntries(pairs.map((pair) => [pair[1] ?? '', plain(pair[2] ?? pair[3] ?? '')]));
  if (Object.keys(attributes).length !== pairs.length) throw new Error(`An attribute stands twice in${text}`);
  return attributes;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function plain(text: string): string {
  return text.replace(/&(\w*);?/g, (whole, name: string) => {
    const character = entities[name];
    if (character === undefined || !whole.endsWith(';')) throw new Error(`Unknown entity ${whole}`);
    return character;
  });
}

/** Every element below one, in the order of the document. */
export function everyElement(element: Element): readonly Element[] {
  return element.children.flatMap((child) => [child, ...everyElement(child)]);
}
