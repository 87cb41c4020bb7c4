import { useEffect, useRef } from 'react';
import { Loading } from '../../components/Loading.tsx';
import { HelpBlocks } from './HelpBlocks.tsx';
import type { OpenPage } from './pages.ts';

type Props = { readonly page: string; readonly open: OpenPage | null; readonly anchor: string | null };

/** The open page, at the place that was asked for. */
export function HelpText({ page, open, anchor }: Props) {
  const text = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open === null || anchor === null) return;
    const places = [...(text.current?.querySelectorAll<HTMLElement>('[data-help]') ?? [])];
    const here = places.filter((one) => one.getAttribute('data-help') === anchor);
    // A heading before a row: a key of the settings may be called like a chapter.
    const place = here.find(({ tagName }) => tagName !== 'TR') ?? here[0];
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
  }, [open, anchor]);
  if (open === null) return <Loading label="Opening the page" />;
  return (
    <article ref={text}>
      <HelpBlocks
        page={page}
        blocks={open.blocks.filter((block) => block.kind !== 'heading' || block.level > 1)}
        anchor={anchor}
      />
    </article>
  );
}
