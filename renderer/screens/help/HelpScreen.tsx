import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { navigate, useRoute } from '../../navigation/route.ts';
import { HelpContents } from './HelpContents.tsx';
import { HelpFound } from './HelpFound.tsx';
import { HelpText } from './HelpText.tsx';
import { type HelpPage, helpPages, loadPage, type OpenPage } from './pages.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '212px minmax(0, 1fr)',
    columnGap: '24px',
    '@media print': { display: 'block' },
  },
  text: { minWidth: 0, maxWidth: '960px', fontSize: '14px', lineHeight: '21px' },
});

/** The help pages: `#/help/messages/sage.login`, and `?q=` while something is searched in all of them. */
export function HelpScreen() {
  const styles = useStyles();
  const { parts, query } = useRoute();
  const page = helpPages.find(({ id }) => id === parts[0]) ?? helpPages[0];
  const search = query.get('q') ?? '';
  const open = usePage(page.id);
  const here = `#/help/${parts.map(encodeURIComponent).join('/')}`;
  return (
    <>
      <PageHeader
        title="Help"
        sentence={`${page.label}: ${page.words}`}
        actions={
          <SearchBox
            label="Search the help"
            value={search}
            onChange={(text) =>
              navigate(text === '' ? here : `${here}?q=${encodeURIComponent(text)}`, { replace: true })
            }
          />
        }
      />
      <div className={styles.columns}>
        <HelpContents current={page.id} blocks={open?.blocks ?? []} />
        <div className={styles.text}>
          {search === '' ? (
            <HelpText page={page.id} open={open} anchor={parts[1] ?? null} />
          ) : (
            <HelpFound asked={search} />
          )}
        </div>
      </div>
    </>
  );
}

/** The page once it is there; null while it comes. */
function usePage(id: HelpPage['id']): OpenPage | null {
  const [open, setOpen] = useState<OpenPage | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    let left = false;
    loadPage(id).then(
      (blocks) => left || setOpen({ id, blocks }),
      (error: unknown) => left || setFault(error),
    );
    return () => {
      left = true;
    };
  }, [id]);
  // The frame around the screens says it and offers to load again.
  if (fault !== null) throw fault;
  return open?.id === id ? open : null;
}
