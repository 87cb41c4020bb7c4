import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ResponseOf } from '#shared/contract/requests.ts';
import { useAct } from '../../../api/useAct.ts';
import { useRequest } from '../../../api/useRequest.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { InstantText } from '../../../components/InstantText.tsx';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { Section } from '../../../components/Section.tsx';
import { UnknownProof } from './UnknownProof.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '16px' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '6px' },
});

type Listed = ResponseOf<'proofs.list'>;
type Missing = Listed['missing'][number];

/** What the proofs in Sage and what Plumbline knows disagree about; nothing is shown while they agree. */
export function ProofsPart() {
  const styles = useStyles();
  const proofs = useRequest('proofs.list', {}, ['status', 'transfers', 'cors']);
  const compare = useAct('proofs.compare');
  const listed = proofs.value;
  if (listed === null) return proofs.failure === null ? null : <FailureMessage failure={proofs.failure} />;
  const { restored, unknown, missing } = listed;
  return (
    <Section
      title="Compared with Sage"
      aside={
        <>
          Last compared <InstantText instant={listed.comparedAt} none="never" />
        </>
      }
    >
      {restored === null ? null : (
        <MessageBar intent="warning">
          <MessageBarBody>
            This data was restored from a backup. Nothing is pushed before it has been compared with the proofs in Sage.
          </MessageBarBody>
        </MessageBar>
      )}
      {compare.failure === null ? null : <FailureMessage failure={compare.failure} />}
      {restored === null && unknown.length + missing.length === 0 ? (
        <p>Every push in Sage is known here, and every push here has its proof in Sage.</p>
      ) : null}
      {unknown.length === 0 ? null : (
        <>
          <h4>In Sage, not known here</h4>
          <ul className={styles.list} aria-label="In Sage, not known here">
            {unknown.map((proof) => (
              <UnknownProof key={proof.key} proof={proof} />
            ))}
          </ul>
        </>
      )}
      {missing.length === 0 ? null : (
        <>
          <h4>Known here, proof gone from Sage</h4>
          <ul className={styles.list} aria-label="Known here, proof gone from Sage">
            {missing.map((proof) => (
              <MissingProof key={proof.transferId} proof={proof} />
            ))}
          </ul>
        </>
      )}
      <div className={styles.acts}>
        <ReasonedButton reason={compare.busy ? 'They are being compared.' : null} onClick={() => void compare.run({})}>
          Compare now
        </ReasonedButton>
      </div>
    </Section>
  );
}

function MissingProof({ proof }: { readonly proof: Missing }) {
  const styles = useStyles();
  const decide = useAct('proofs.decide');
  const [word, setWord] = useState<'keep' | 'pushAgain' | null>(null);
  const say = async (reason: string) => {
    if (word === null) return;
    const done = await decide.run({ transferId: proof.transferId, word, reason });
    if (done.ok) setWord(null);
  };
  return (
    <li>
      <strong>{proof.title}</strong>
      <div>
        Written as number {proof.number} <InstantText instant={proof.at} />. Sage was restored from an older backup, or
        somebody removed the proof.
      </div>
      <div className={styles.acts}>
        <ReasonedButton reason={null} onClick={() => setWord('keep')}>
          It is in Sage
        </ReasonedButton>
        <ReasonedButton reason={null} onClick={() => setWord('pushAgain')}>
          Push it again
        </ReasonedButton>
      </div>
      <ConfirmDialog
        open={word !== null}
        title={word === 'keep' ? 'Is it in Sage?' : 'Push it again?'}
        sentence={
          word === 'keep'
            ? 'Look in Sage first. Plumbline then counts it as done, although its proof is gone.'
            : 'Sage is asked first. Only where it is no longer there are its CORs freed; you then push them as any other.'
        }
        confirmWord={word === 'keep' ? 'It is in Sage' : 'Free it to be pushed'}
        reasonLabel="Reason"
        busy={decide.busy}
        failure={decide.failure}
        onConfirm={(reason) => void say(reason)}
        onClose={() => setWord(null)}
      />
    </li>
  );
}
