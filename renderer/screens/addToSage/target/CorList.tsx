import { makeStyles, tokens } from '@fluentui/react-components';
import { Money } from '../../../components/Money.tsx';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { takeOut } from '../draft/headerEdits.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { corsOf } from '../draft/wizardWords.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, auto) auto auto auto minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: '16px',
    rowGap: '2px',
    margin: 0,
    padding: '6px 12px',
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  line: { display: 'contents' },
  number: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  problem: { color: tokens.colorStatusDangerForeground1, gridColumn: '1 / -1' },
});

/** The requests that go into the change order together, where there is a choice or something is wrong with one. */
export function CorList() {
  const styles = useStyles();
  const { draft, facts, refusals, edit } = useWizard();
  const cors = corsOf(draft, facts);
  const problems = cors.map((_, index) => refusals.ofField(`corIds.${index}`, draft));
  if (cors.length === 1 && problems[0] === null) return null;
  return (
    <ul className={styles.list} aria-label="Change order requests">
      {cors.map((cor, index) => (
        <li key={cor.id} className={styles.line}>
          <span className={styles.number}>COR {cor.number}</span>
          <span>{cor.receivedFrom === null ? cor.title : `Received: ${cor.title}`}</span>
          <span className={styles.quiet}>{cor.statusWords}</span>
          <span className={styles.quiet}>
            <Money amount={cor.requested} inline /> requested, <Money amount={cor.effective} inline /> effective
          </span>
          <ReasonedButton
            size="small"
            appearance="subtle"
            data-field={`corIds.${index}`}
            aria-label={`Take out COR ${cor.number}`}
            reason={cors.length === 1 ? 'It is the only one: discard the draft instead.' : null}
            onClick={() => edit(takeOut(cor.id))}
          >
            Take out
          </ReasonedButton>
          <span />
          {problems[index] === null ? null : <span className={styles.problem}>{problems[index]}</span>}
        </li>
      ))}
    </ul>
  );
}
