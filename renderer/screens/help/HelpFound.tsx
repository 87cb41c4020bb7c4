import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loading } from '../../components/Loading.tsx';
import { type Hit, helpPages, loadPage, searchPage } from './pages.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  hit: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  text: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** As many as somebody looks through. */
const most = 50;
/** Characters of a place that are shown. */
const longest = 240;

type Found = readonly { readonly page: (typeof helpPages)[number]; readonly hit: Hit }[];

/** Where the words that were asked for stand, over all pages. */
export function HelpFound({ asked }: { readonly asked: string }) {
  const styles = useStyles();
  const [found, setFound] = useState<{ readonly asked: string; readonly hits: Found } | null>(null);
  useEffect(() => {
    let superseded = false;
    void Promise.all(
      helpPages.map(async (page) => searchPage(await loadPage(page.id), asked).map((hit) => ({ page, hit }))),
    ).then((hits) => superseded || setFound({ asked, hits: hits.flat() }));
    return () => {
      superseded = true;
    };
  }, [asked]);
  if (found?.asked !== asked) return <Loading label="Searching the help" />;
  if (found.hits.length === 0) {
    return <EmptyState title="Nothing was found" sentence="Try fewer or other words, as they stand on the screen." />;
  }
  return (
    <ol className={styles.list} aria-label="Found in the help">
      {found.hits.slice(0, most).map(({ page, hit }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew for every search
        <li key={index} className={styles.hit}>
          <Link inline href={`#/help/${page.id}${hit.anchor === null ? '' : `/${encodeURIComponent(hit.anchor)}`}`}>
            {[page.label, hit.heading].filter((words) => words !== '').join(', ')}
          </Link>
          <div className={styles.text}>{hit.text.length > longest ? `${hit.text.slice(0, longest)} …` : hit.text}</div>
        </li>
      ))}
    </ol>
  );
}
