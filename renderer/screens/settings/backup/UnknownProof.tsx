import { makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { ResponseOf } from '#shared/contract/requests.ts';
import { useAct } from '../../../api/useAct.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { InstantText } from '../../../components/InstantText.tsx';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { navigate } from '../../../navigation/route.ts';

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '6px' } });

type Proof = ResponseOf<'proofs.list'>['unknown'][number];

/** A push that Sage has the proof of and that is not known here: linked after a look, or left as it is. */
export function UnknownProof({ proof }: { readonly proof: Proof }) {
  const styles = useStyles();
  const adopt = useAct('proofs.adopt');
  const leave = useAct('proofs.leave');
  const [leaving, setLeaving] = useState(false);
  const [corId, setCorId] = useState('');
  const { names, choices, title, number, job, person, at, ours, left, key } = proof;
  const link = async () => {
    const done = await adopt.run({ key, corIds: corId === '' ? [] : [corId] });
    if (done.ok) navigate(`#/queue?id=${encodeURIComponent(done.value.id)}`);
  };
  const who = person === '' ? '' : ` by ${person}`;
  const whence =
    ours === true
      ? 'It was pushed from here, before the data was restored.'
      : ours === false
        ? 'Another Plumbline pushed it, or this one before its data was restored.'
        : '';
  return (
    <li>
      <strong>{title === '' ? `Number ${number}` : title}</strong>
      <div>
        In Sage as number {number}
        {job === '' ? '' : ` of job ${job}`}
        {who} <InstantText instant={at} none="" />. {whence}
        {names.length === 0 ? '' : ` Of ${names.join(', ')}.`}
        {left === null ? '' : ` ${left.by} left it as it is: ${left.reason}.`}
      </div>
      {choices.length === 0 ? null : (
        <Select aria-label={`The COR of number ${number}`} value={corId} onChange={(_, { value }) => setCorId(value)}>
          <option value="">Which COR is it of?</option>
          {choices.map((cor) => (
            <option key={cor.corId} value={cor.corId}>
              {cor.number} {cor.title}
            </option>
          ))}
        </Select>
      )}
      {adopt.failure === null ? null : <FailureMessage failure={adopt.failure} />}
      <div className={styles.acts}>
        <ReasonedButton
          appearance="primary"
          reason={
            adopt.busy ? 'Sage is being read.' : choices.length > 0 && corId === '' ? 'Choose the COR first.' : null
          }
          onClick={() => void link()}
        >
          Compare and link
        </ReasonedButton>
        <ReasonedButton reason={left === null ? null : 'It was left already.'} onClick={() => setLeaving(true)}>
          Leave it as it is
        </ReasonedButton>
      </div>
      <ConfirmDialog
        open={leaving}
        title="Leave it in Sage as it is?"
        sentence="It stays in Sage without a link. While it stands there, its COR is not pushed."
        confirmWord="Leave it"
        reasonLabel="Reason"
        busy={leave.busy}
        failure={leave.failure}
        onConfirm={(reason) => void leave.run({ key, reason }).then(({ ok }) => ok && setLeaving(false))}
        onClose={() => setLeaving(false)}
      />
    </li>
  );
}
