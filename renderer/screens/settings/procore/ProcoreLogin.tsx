import { Button, Link, makeStyles, Subtitle2 } from '@fluentui/react-components';
import { useState } from 'react';
import { useAct } from '../../../api/useAct.ts';
import { CopyButton } from '../../../components/CopyButton.tsx';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: '8px', alignItems: 'flex-start' },
  heading: { margin: 0 },
});

/** A person's login with the browser. The page of Procore is opened by the person; what came of it shows here by itself. */
export function ProcoreLogin({ loggedIn }: { readonly loggedIn: boolean }) {
  const styles = useStyles();
  const begin = useAct('procore.beginLogin');
  const [address, setAddress] = useState<string | null>(null);
  const start = async () => {
    const answer = await begin.run({});
    if (answer.ok) setAddress(answer.value.address);
  };
  return (
    <section className={styles.part} aria-label="Login to Procore">
      <Subtitle2 as="h3" className={styles.heading}>
        Login
      </Subtitle2>
      <StateBadge
        kind={loggedIn ? 'ok' : 'warning'}
        word={loggedIn ? 'A person is logged in.' : 'Nobody is logged in yet: Procore cannot be read.'}
      />
      {begin.failure === null ? null : <FailureMessage failure={begin.failure} />}
      <Button disabledFocusable={begin.busy} onClick={() => void start()}>
        {loggedIn ? 'Log in again' : 'Log in to Procore'}
      </Button>
      {address === null ? null : (
        <span>
          <Link href={address} target="_blank" rel="noreferrer">
            Open Procore’s login page (within ten minutes)
          </Link>{' '}
          or copy its address into a browser of this computer:{' '}
          <CopyButton text={address} what="the address of Procore’s login page" />
        </span>
      )}
    </section>
  );
}
