import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowDownload20Regular, Print20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { dateInZone } from '#shared/domain/dates.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { fileName, saveFile } from '../../export/saveFile.ts';
import { useRoute } from '../../navigation/route.ts';
import { useAppStore } from '../../store/StoreContext.tsx';
import { useNow } from '../../store/useNow.ts';
import { EntryPaper } from './EntryPaper.tsx';
import { entryWorkbook } from './entryWorkbook.ts';
import { useEntryPage } from './useEntryPage.ts';

const useStyles = makeStyles({
  page: { '@media print': { breakAfter: 'page', ':last-child': { breakAfter: 'auto' } } },
  bar: { '@media print': { display: 'none' } },
  pages: { display: 'flex', flexDirection: 'column', rowGap: '24px', '@media print': { display: 'block' } },
});

/** `#/entry/7f3a,8b21`: change orders to type into Sage, a page each, to print or to save as workbooks. */
export function EntryScreen() {
  const styles = useStyles();
  const { parts } = useRoute();
  const ids = (parts[0] ?? '').split(',').filter((id) => id !== '');
  return (
    <>
      <div className={styles.bar}>
        <PageHeader
          title="To be typed into Sage"
          sentence="Type each page into Sage 6-4-1 exactly as it stands here and save it there. The next reading of Sage finds and links it."
          actions={
            <>
              <Button as="a" href="#/queue?state=awaitingEntry">
                Back to the queue
              </Button>
              {ids.length === 0 ? null : (
                <Button appearance="primary" icon={<Print20Regular />} onClick={() => window.print()}>
                  Print
                </Button>
              )}
            </>
          }
        />
      </div>
      {ids.length === 0 ? (
        <EmptyState title="Nothing is chosen" sentence="Open a change order in the queue, then its page." />
      ) : (
        <div className={styles.pages}>
          {ids.map((id) => (
            <Page key={id} id={id} />
          ))}
        </div>
      )}
    </>
  );
}

function Page({ id }: { readonly id: string }) {
  const styles = useStyles();
  const [version, setVersion] = useState(0);
  const read = useEntryPage(id, version);
  const timeZone = useAppStore((state) => state.info?.timeZone);
  const now = useNow();
  switch (read.status) {
    case 'loading':
      return <Loading label="Reading the page" />;
    case 'failed':
      return <FailureMessage failure={read.failure} onRetry={() => setVersion(version + 1)} />;
    case 'ready':
      return (
        <section className={styles.page} aria-label={read.page.sheet.title}>
          <div className={styles.bar}>
            <Button
              appearance="subtle"
              icon={<ArrowDownload20Regular />}
              onClick={async () => {
                const file = await entryWorkbook(read.page);
                saveFile(
                  file,
                  fileName(`For Sage ${read.page.sheet.title}`, dateInZone(now, timeZone ?? 'UTC'), 'xlsx'),
                );
              }}
            >
              Excel (.xlsx)
            </Button>
          </div>
          <EntryPaper page={read.page} />
        </section>
      );
  }
}
