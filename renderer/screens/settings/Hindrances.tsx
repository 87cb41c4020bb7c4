import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { changeOrderPlanKinds } from '#shared/domain/plan.ts';
import { kindWords } from '#shared/domain/writeHindrances.ts';
import { allHindrances, type Hindrance, type WriteDecision } from '#shared/domain/writeMode.ts';
import { InstantText } from '../../components/InstantText.tsx';
import { MeaningLink } from '../../components/MeaningLink.tsx';

const useStyles = makeStyles({
  bar: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  list: { margin: '4px 0', paddingLeft: '20px', '& li': { marginBottom: '4px' } },
  frame: { marginBottom: '20px' },
});

type Props = { readonly decision: WriteDecision; readonly inspectedAt: string | null };

/** Everything that stands in the way of direct writing, by name, each with its way out; nothing when nothing does. */
export function Hindrances({ decision, inspectedAt }: Props) {
  const styles = useStyles();
  const hindrances = allHindrances(decision);
  if (hindrances.length === 0) return null;
  const all = changeOrderPlanKinds.every((kind) => decision.kinds[kind].mode !== 'direct');
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.frame}>
      <MessageBarBody className={styles.bar}>
        <MessageBarTitle>
          {all ? 'Plumbline was chosen to write, and does not' : 'Some change orders are not written by Plumbline'}
        </MessageBarTitle>
        <ul className={styles.list} aria-label="What stands in the way">
          {hindrances.map((hindrance) => (
            <li key={hindrance.sentence}>
              {scopeOf(decision, hindrance)}
              {hindrance.sentence} <strong>{hindrance.remedy}</strong> <MeaningLink code={hindrance.code} />
            </li>
          ))}
        </ul>
        Inspected: <InstantText instant={inspectedAt} none="not yet" />
      </MessageBarBody>
    </MessageBar>
  );
}

/** `Voids of change orders: ` for what stands in the way of some kinds only and does not say so itself. */
function scopeOf({ kinds }: WriteDecision, hindrance: Hindrance): string {
  const hit = changeOrderPlanKinds.filter((kind) =>
    kinds[kind].hindrances.some(({ sentence }) => sentence === hindrance.sentence),
  );
  const said =
    hit.length === changeOrderPlanKinds.length || hit.some((kind) => hindrance.sentence.startsWith(kindWords[kind]));
  return said ? '' : `${hit.map((kind) => kindWords[kind]).join(', ')}: `;
}
