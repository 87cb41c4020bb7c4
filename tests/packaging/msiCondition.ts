type Properties = Readonly<Record<string, string>>;

/**
 * The part of Windows Installer's conditions that is used here: OR, AND, NOT, brackets, a property alone (it is not empty) or compared with
 * a text: = equal, << begins with, >> ends with. Throws at anything else.
 */
export function truthOf(condition: string): (properties: Properties) => boolean {
  const words = condition.match(/"[^"]*"|<<|>>|[()=]|\w+/g) ?? [];
  if (words.join('').replaceAll(' ', '') !== condition.replaceAll(' ', ''))
    throw new Error(`Not understood: ${condition}`);
  return (properties) => {
    let at = 0;
    const term = (): boolean => {
      const word = words[at++] ?? '';
      if (word === 'NOT') return !term();
      if (word === '(') {
        const value = any();
        at += 1;
        return value;
      }
      return compared(properties[word] ?? '');
    };
    const compared = (value: string): boolean => {
      const text = (words[at + 1] ?? '').slice(1, -1);
      const results = new Map([
        ['=', value === text],
        ['<<', value.startsWith(text)],
        ['>>', value.endsWith(text)],
      ]);
      const result = results.get(words[at] ?? '');
      if (result === undefined) return value !== '';
      at += 2;
      return result;
    };
    const joined = (word: string, part: () => boolean): readonly boolean[] => {
      const parts = [part()];
      while (words[at] === word) {
        at += 1;
        parts.push(part());
      }
      return parts;
    };
    const all = () => joined('AND', term).every(Boolean);
    const any = (): boolean => joined('OR', all).some(Boolean);
    const value = any();
    if (at !== words.length) throw new Error(`Not understood: ${condition}`);
    return value;
  };
}
