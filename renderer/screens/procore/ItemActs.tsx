import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ItemRow } from '#shared/contract/procore.ts';
import { useAct } from '../../api/useAct.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { actButtons } from './actButtons.ts';
import { ResetJob } from './ResetJob.tsx';
import { type Deciding, useDecide } from './useDecide.ts';

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' } });

/** What a person may do with one item besides accepting it. What is not possible now is left out, but for what one would look for. */
export function ItemActs({ row }: { readonly row: ItemRow }) {
  const styles = useStyles();
  const toast = useToast();
  const decide = useDecide();
  const retry = useAct('procore.retry');
  const unlink = useAct('procore.unlink');
  const check = useAct('procore.check');
  const [asking, setAsking] = useState<Deciding | 'unlink' | null>(null);
  const busy = decide.busy || retry.busy || unlink.busy || check.busy ? 'Wait until this is done.' : null;
  const failure = retry.failure ?? check.failure ?? (asking === null ? decide.failure : null);
  const possible = actButtons.filter(({ act }) => row.refusals[act] === null);
  const doUnlink = async () => {
    const answer = await unlink.run({ key: row.key });
    if (!answer.ok) return;
    toast('Successfully unlinked.');
    setAsking(null);
  };
  const asked = actButtons.find(({ act }) => act === asking);
  return (
    <div className={styles.acts}>
      {failure === null ? null : <FailureMessage failure={failure} />}
      {row.refusals.retry === null ? (
        <ReasonedButton appearance="primary" reason={busy} onClick={() => void retry.run({ key: row.key })}>
          Retry now
        </ReasonedButton>
      ) : null}
      {possible.map(({ act, word, reasonLabel }) => (
        <ReasonedButton
          key={act}
          reason={busy}
          onClick={() => (reasonLabel === null ? void decide.say([row.key], act, '') : setAsking(act))}
        >
          {word}
        </ReasonedButton>
      ))}
      {row.refusals.unlink === null ? (
        <ReasonedButton reason={busy} onClick={() => setAsking('unlink')}>
          Unlink
        </ReasonedButton>
      ) : null}
      {row.refusals.reset === null ? <ResetJob row={row} busy={busy} /> : null}
      {row.refusals.check === null ? (
        <ReasonedButton appearance="subtle" reason={busy} onClick={() => void check.run({ key: row.key })}>
          Read it again
        </ReasonedButton>
      ) : null}
      <ConfirmDialog
        open={asked !== undefined}
        title={`${asked?.word ?? ''}: ${row.number} ${row.title}`}
        sentence={asked?.sentence ?? ''}
        confirmWord={asked?.word ?? ''}
        {...(asked?.reasonLabel == null ? {} : { reasonLabel: asked.reasonLabel })}
        onConfirm={(reason) => {
          if (asked !== undefined)
            void decide.say([row.key], asked.act, reason).then((ok) => (ok ? setAsking(null) : undefined));
        }}
        onClose={() => setAsking(null)}
        busy={decide.busy}
        failure={decide.failure}
      />
      <ConfirmDialog
        open={asking === 'unlink'}
        title={`Unlink ${row.number} ${row.title}?`}
        sentence="Sage is read again first. While the record is still there it stays linked: delete it in Sage before. Once unlinked it can be changed in Procore and sent anew."
        confirmWord="Unlink"
        onConfirm={() => void doUnlink()}
        onClose={() => {
          unlink.clear();
          setAsking(null);
        }}
        busy={unlink.busy}
        failure={unlink.failure}
      />
    </div>
  );
}
