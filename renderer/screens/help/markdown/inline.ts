import type { Inline } from './blocks.ts';

/** In this order at each place: an escaped sign, code, a picture, a link, strong, emphasis. Strong and emphasis begin and end at a letter or sign. */
const marks =
  /\\([\\|*_`[\]<>])|`([^`]+)`|!\[([^\]]*)\]\(([^)\s]+)\)|\[((?:`[^`]*`|[^\]`])*)\]\(([^)\s]+)\)|\*\*(?=\S)(.+?\S)\*\*|\*(?=[^\s*])((?:\*\*|[^*])*[^\s*])\*/;

/** The words of a line, with what is marked in them. A mark that is not closed is text. */
export function parseInline(text: string): readonly Inline[] {
  const found = marks.exec(text);
  if (found === null) return text === '' ? [] : [{ kind: 'text', text }];
  const before = text.slice(0, found.index);
  return [
    ...(before === '' ? [] : [{ kind: 'text', text: before } as const]),
    marked(found),
    ...parseInline(text.slice(found.index + found[0].length)),
  ];
}

function marked([, escaped, code, words, file, label, to, strong, emphasis]: RegExpExecArray): Inline {
  if (escaped !== undefined) return { kind: 'text', text: escaped };
  if (code !== undefined) return { kind: 'code', text: code };
  if (file !== undefined) return { kind: 'image', file, words: words ?? '' };
  if (to !== undefined) return { kind: 'link', to, parts: parseInline(label ?? '') };
  if (strong !== undefined) return { kind: 'strong', parts: parseInline(strong) };
  return { kind: 'emphasis', parts: parseInline(emphasis ?? '') };
}
