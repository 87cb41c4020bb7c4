import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ItemRow } from '#shared/contract/procore.ts';
import { useAct } from '../../api/useAct.ts';
import { useRequest } from '../../api/useRequest.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { Section } from '../../components/Section.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { BothSides } from './BothSides.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: '8px 0 0', padding: 0, listStyle: 'none' },
  line: { display: 'flex', alignItems: 'center', columnGap: '8px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What exists on the other side already: compared first, then linked. */
export function Partners({ row }: { readonly row: ItemRow }) {
  const styles = useStyles();
  const toast = useToast();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(row.suggestion?.sageKey ?? null);
  const found = useRequest('procore.partners', { key: row.key, search }, ['procore']);
  const link = useAct('procore.link');
  const partners = found.value?.partners ?? [];
  const partner = partners.find(({ sageKey }) => sageKey === chosen);
  const confirm = async () => {
    if (partner === undefined) return;
    const answer = await link.run({ pairs: [{ key: row.key, sageKey: partner.sageKey }] });
    if (!answer.ok) return;
    const failure = answer.value.results[0]?.failure ?? null;
    if (failure === null) toast(`Linked with ${partner.title}.`);
    else toast(failure.sentence, 'error', failure.remedy);
  };
  return (
    <Section title="It is in both already">
      <Text className={styles.quiet}>Choose its partner, compare both, then link them. Nothing is created.</Text>
      <SearchBox label="Find by number, name" value={search} onChange={setSearch} />
      {found.failure === null ? null : <FailureMessage failure={found.failure} onRetry={found.refresh} />}
      <ul className={styles.list}>
        {partners.map(({ sageKey, title, refusal }) => (
          <li key={sageKey} className={styles.line}>
            <Button
              size="small"
              appearance={sageKey === chosen ? 'primary' : 'secondary'}
              aria-pressed={sageKey === chosen}
              onClick={() => setChosen(sageKey)}
            >
              {title}
            </Button>
            {refusal === null ? null : <Text className={styles.quiet}>{refusal}</Text>}
          </li>
        ))}
      </ul>
      {partner === undefined ? null : (
        <>
          <BothSides fields={partner.comparison} />
          {link.failure === null ? null : <FailureMessage failure={link.failure} />}
          <ReasonedButton
            appearance="primary"
            reason={link.busy ? 'They are being linked.' : partner.refusal}
            onClick={() => void confirm()}
          >
            Link them
          </ReasonedButton>
        </>
      )}
    </Section>
  );
}
