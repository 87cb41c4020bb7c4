import { Button, makeStyles, mergeClasses, Radio, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CorDetail } from '#shared/contract/changeOrders.ts';
import type { Difference, LinkHealth } from '#shared/domain/link.ts';
import { useAct } from '../../../api/useAct.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import type { OfficeDays } from '../../../components/officeDays.ts';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { Section } from '../../../components/Section.tsx';
import { useSmallTableStyles } from '../../../components/smallTableStyles.ts';
import { useToast } from '../../../components/Toasts.tsx';
import { valueWords } from '../../../components/valueWords.ts';
import { navigate } from '../../../navigation/route.ts';
import { pushedWords } from './Changes.tsx';
import { acceptedFields, type Decisions, decideAll, openWords, pushesUpdate, valueOn } from './decisions.ts';
import { Totals } from './Totals.tsx';

const useStyles = makeStyles({
  intro: { margin: '10px 0 4px', lineHeight: '18px' },
  choice: { padding: '0 8px 0 0', width: '34%' },
  words: { fontSize: '13px', lineHeight: '18px', color: tokens.colorNeutralForeground1 },
  field: { verticalAlign: 'middle' },
  all: { display: 'flex', columnGap: '8px', marginTop: '10px' },
  foot: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: '8px', marginTop: '10px' },
  next: { color: tokens.colorNeutralForeground2 },
});

type Props = { readonly detail: CorDetail; readonly health: LinkHealth; readonly days: OfficeDays };

/** Both sides changed: a person says for every field which side is right. */
export function Conflict({ detail, health, days }: Props) {
  const styles = useStyles();
  const table = useSmallTableStyles();
  const toast = useToast();
  const accept = useAct('cors.acceptSage');
  const open = useAct('drafts.open');
  const [decisions, setDecisions] = useState<Decisions>({});
  const { differences } = health;
  const accepted = acceptedFields(differences, decisions);
  const updates = pushesUpdate(differences, decisions);
  const failure = accept.failure ?? open.failure;

  const onContinue = async (): Promise<void> => {
    if (accepted.length > 0) {
      const answer = await accept.run({ corId: detail.cor.id, fields: [...accepted] });
      if (!answer.ok) return;
    }
    if (!updates) return toast('Sage’s values are accepted. Nothing has to be pushed.');
    const draft = await open.run({ corIds: [detail.cor.id], mode: 'update' });
    if (draft.ok) navigate(`#/add/${draft.value.id}/1`);
  };

  return (
    <Section title="Conflict: decide field by field" aside={pushedWords(detail, days)}>
      <Totals health={health} />
      <p className={styles.intro}>
        Both sides changed since the push. Choose the value that is right for each field, then continue.
      </p>
      <table className={table.table} aria-label="Fields to decide">
        <thead>
          <tr>
            {['Field', 'Clearstory’s', 'Sage’s'].map((title, index) => (
              <th key={title} scope="col" className={mergeClasses(table.head, index === 0 && table.first)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <Choice
              key={`${difference.side} ${difference.field}`}
              difference={difference}
              days={days}
              decided={decisions[difference.field]}
              onDecide={(side) => setDecisions({ ...decisions, [difference.field]: side })}
            />
          ))}
        </tbody>
      </table>
      <div className={styles.all}>
        <Button size="small" onClick={() => setDecisions(decideAll(differences, 'cor'))}>
          Clearstory’s everywhere
        </Button>
        <Button size="small" onClick={() => setDecisions(decideAll(differences, 'sage'))}>
          Sage’s everywhere
        </Button>
      </div>
      <div className={styles.foot}>
        <ReasonedButton
          appearance="primary"
          reason={accept.busy || open.busy ? 'This is being done.' : openWords(differences, decisions)}
          onClick={() => void onContinue()}
        >
          Continue
        </ReasonedButton>
        {openWords(differences, decisions) !== null ? null : (
          <span className={styles.next}>
            {updates
              ? 'Opens the update; you see every row of it before anything is written to Sage.'
              : 'Takes Sage’s values as agreed. Nothing is written to Sage.'}
          </span>
        )}
        {failure === null ? null : <FailureMessage failure={failure} />}
      </div>
    </Section>
  );
}

type ChoiceProps = {
  readonly difference: Difference;
  readonly days: OfficeDays;
  readonly decided: Difference['side'] | undefined;
  readonly onDecide: (side: Difference['side']) => void;
};

function Choice({ difference, days, decided, onDecide }: ChoiceProps) {
  const styles = useStyles();
  const table = useSmallTableStyles();
  const { field, label, side: changed } = difference;
  const radio = (side: Difference['side'], whose: string) => (
    <td className={mergeClasses(table.cell, styles.choice)}>
      <Radio
        name={field}
        value={side}
        checked={decided === side}
        aria-label={`${label}: ${whose}, ${valueWords(valueOn(difference, side), days)}`}
        label={{
          className: styles.words,
          children: `${valueWords(valueOn(difference, side), days)}${changed === side ? '' : ' (as pushed)'}`,
        }}
        onChange={() => onDecide(side)}
      />
    </td>
  );
  return (
    <tr>
      <th scope="row" className={mergeClasses(table.cell, table.first, styles.field)}>
        {label}
      </th>
      {radio('cor', 'Clearstory’s')}
      {radio('sage', 'Sage’s')}
    </tr>
  );
}
