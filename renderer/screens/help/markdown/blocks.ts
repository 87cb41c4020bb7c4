/** A help page as data: what of Markdown the pages use. Text stays text; nothing of a page ever becomes markup by itself. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: string; readonly parts: readonly Inline[] }
  | { readonly kind: 'image'; readonly file: string; readonly words: string };

export type TableRow = { readonly anchor: string | null; readonly cells: readonly (readonly Inline[])[] };

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly anchor: string; readonly parts: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly head: readonly (readonly Inline[])[]; readonly rows: readonly TableRow[] };

/** What a person reads of it. */
export function plainText(parts: readonly Inline[]): string {
  return parts
    .map((part) => ('text' in part ? part.text : 'words' in part ? part.words : plainText(part.parts)))
    .join('');
}
