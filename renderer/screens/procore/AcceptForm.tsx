import { makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { ChoiceField, ItemRow } from '#shared/contract/procore.ts';
import { useAct } from '../../api/useAct.ts';
import { useRequest } from '../../api/useRequest.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { Section } from '../../components/Section.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { Cautions } from './Cautions.tsx';
import { ChoiceInput } from './ChoiceInput.tsx';
import { Preview } from './Preview.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    gap: '10px 14px',
    alignItems: 'start',
    marginBottom: '10px',
  },
  acts: { display: 'flex', columnGap: '8px', alignItems: 'center', marginTop: '10px' },
});

type Props = { readonly row: ItemRow; readonly fields: readonly ChoiceField[] };

const words = {
  readyToImport: 'Accept and import',
  readyToExport: 'Accept and export',
  readyToUpdate: 'Accept and update',
} as const;

/** Asks only what the other side needs, shows what would be written with these answers, and takes the approval of exactly that. */
export function AcceptForm({ row, fields }: Props) {
  const styles = useStyles();
  const toast = useToast();
  const accept = useAct('procore.accept');
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const choices = { ...Object.fromEntries(fields.map(({ name, value }) => [name, value])), ...answers };
  const previewed = useRequest('procore.preview', { key: row.key, choices }, ['procore', 'settings']);
  const preview = previewed.value?.preview ?? null;
  const word = row.state.name in words ? words[row.state.name as keyof typeof words] : 'Accept';
  const shown = preview?.ok === true ? preview : null;
  const unconfirmed = shown?.cautions.find(({ name }) => !confirmed.includes(name));
  const reason = accept.busy
    ? 'It is being accepted.'
    : previewed.refreshing || preview === null
      ? 'The preview is being made.'
      : shown === null
        ? 'It cannot be written like this: see below.'
        : unconfirmed !== undefined
          ? 'Confirm what stands under the preview first.'
          : null;
  const submit = async () => {
    if (shown === null) return;
    const answer = await accept.run({
      items: [{ key: row.key, choices, hash: shown.hash, confirmed: [...confirmed] }],
    });
    if (!answer.ok) return;
    const failure = answer.value.results[0]?.failure ?? null;
    if (failure === null) toast(`Accepted: ${shown.title}.`);
    else toast(failure.sentence, 'error', failure.remedy);
  };
  return (
    <Section title={word}>
      {fields.length === 0 ? null : (
        <div className={styles.fields}>
          {fields.map((field) => (
            <ChoiceInput
              key={field.name}
              field={field}
              value={choices[field.name] ?? ''}
              onChange={(value) => setAnswers((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
        </div>
      )}
      {previewed.failure === null ? null : <FailureMessage failure={previewed.failure} onRetry={previewed.refresh} />}
      {preview === null && previewed.failure === null ? <Loading label="Making the preview" /> : null}
      {preview === null ? null : <Preview preview={preview} />}
      {shown === null ? null : <Cautions cautions={shown.cautions} confirmed={confirmed} onChange={setConfirmed} />}
      {shown?.byHand == null ? null : <Text as="p">{shown.byHand}</Text>}
      {accept.failure === null ? null : <FailureMessage failure={accept.failure} />}
      <div className={styles.acts}>
        <ReasonedButton appearance="primary" reason={reason} onClick={() => void submit()}>
          {word}
        </ReasonedButton>
      </div>
    </Section>
  );
}
