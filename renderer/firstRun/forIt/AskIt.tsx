import { Button, makeStyles, Subtitle2 } from '@fluentui/react-components';
import { useState } from 'react';
import type { HostRequestOf } from '#shared/contract/companies.ts';
import type { CheckResult } from '#shared/contract/settings.ts';
import { ItPage } from './ItPage.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  line: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '8px 12px',
    '@media print': { display: 'none' },
  },
  heading: { margin: 0, '@media print': { display: 'none' } },
});

type Props = {
  /** Null: server or database are not entered yet. */
  readonly about: HostRequestOf<'firstRun.forIt'>['about'] | null;
  /** What the test found last; null before it. */
  readonly found: readonly CheckResult[] | null;
};

/** What to ask IT for: there for whoever wants it, and opened by itself where a step of the test failed. */
export function AskIt({ about, found }: Props) {
  const styles = useStyles();
  const [wanted, setWanted] = useState(false);
  const failed = found?.some(({ result }) => result === 'fail') ?? false;
  const open = about !== null && (wanted || failed);
  return (
    <section className={styles.part} aria-label="What to ask IT for">
      <Subtitle2 as="h3" className={styles.heading}>
        What to ask IT for
      </Subtitle2>
      {open ? (
        <ItPage about={about} found={found ?? []} />
      ) : (
        <div className={styles.line}>
          {about === null ? (
            <span>Enter server and database first: then there is a page here that you can hand to IT.</span>
          ) : (
            <>
              <span>Rights missing, or nobody knows? One page says all that IT has to do, with the script.</span>
              <Button onClick={() => setWanted(true)}>Show the page for IT</Button>
            </>
          )}
        </div>
      )}
    </section>
  );
}
