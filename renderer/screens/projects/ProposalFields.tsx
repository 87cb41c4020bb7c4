import { Field, Input, MessageBar, MessageBarBody, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Office } from '#shared/domain/cloudProject.ts';
import { fieldProblem } from '../../components/fieldProblem.ts';
import { StateBadge } from '../../components/StateBadge.tsx';
import { CustomerPicker } from './CustomerPicker.tsx';
import type { ProposalDraft, ProposalField, ProposalProblems } from './proposalDraft.ts';

const useStyles = makeStyles({
  card: {
    margin: 0,
    minWidth: 0,
    padding: '4px 16px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  legend: { padding: '0 6px', marginLeft: '-6px', fontWeight: tokens.fontWeightSemibold },
  fields: { display: 'grid', gridTemplateColumns: 'repeat(6, 1fr)', gap: '10px 16px' },
  third: { gridColumnEnd: 'span 2' },
  all: { gridColumn: '1 / -1' },
  figures: { '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
  done: { display: 'flex', columnGap: '12px', alignItems: 'center' },
});

type Props = {
  readonly draft: ProposalDraft;
  /** A project that may be the same work already; null when none looks like it. */
  readonly warning: string | null;
  readonly offices: readonly Office[];
  readonly outcome: { readonly ok: boolean; readonly sentence: string } | undefined;
  readonly problems: ProposalProblems | undefined;
  readonly onChange: (draft: ProposalDraft) => void;
};

/** What will be created for one job; afterwards, what became of it. */
export function ProposalFields({ draft, warning, offices, outcome, problems, onChange }: Props) {
  const styles = useStyles();
  const set = (change: Partial<ProposalDraft>) => onChange({ ...draft, ...change });
  const marks = (field: ProposalField) => fieldProblem(problems?.[field]);
  const legend = <legend className={styles.legend}>{`Job ${draft.job}`}</legend>;
  if (outcome?.ok === true) {
    return (
      <fieldset className={styles.card}>
        {legend}
        <div className={styles.done} role="status">
          <StateBadge kind="ok" word="Done" />
          {`${draft.title} – ${outcome.sentence}`}
        </div>
      </fieldset>
    );
  }
  return (
    <fieldset className={styles.card}>
      {legend}
      <div className={styles.fields}>
        {outcome === undefined ? null : (
          <MessageBar className={styles.all} intent="error" layout="multiline" role="alert">
            <MessageBarBody>{outcome.sentence}</MessageBarBody>
          </MessageBar>
        )}
        {warning === null ? null : (
          <MessageBar className={styles.all} intent="warning" layout="multiline">
            <MessageBarBody>{warning}</MessageBarBody>
          </MessageBar>
        )}
        <Field className={styles.all} label="Title" required {...marks('title')}>
          <Input value={draft.title} onChange={(_, { value }) => set({ title: value })} />
        </Field>
        <Field className={styles.third} label="Job number" required {...marks('jobNumber')}>
          <Input value={draft.jobNumber} onChange={(_, { value }) => set({ jobNumber: value })} />
        </Field>
        <Field className={styles.third} label="Contract value" {...marks('contractValue')}>
          <Input
            className={styles.figures}
            inputMode="decimal"
            value={draft.contractValue}
            onChange={(_, { value }) => set({ contractValue: value })}
          />
        </Field>
        <Field className={styles.third} label="Office" required {...marks('officeId')}>
          {/* Customers belong to an office: Clearstory drops one of another office without a word. */}
          <Select value={draft.officeId} onChange={(_, { value }) => set({ officeId: value, customer: null })}>
            <option value="">Choose</option>
            {offices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          className={styles.all}
          label="Customer"
          {...(draft.customer === null ? { hint: 'Without a customer, it is entered in Clearstory later.' } : {})}
        >
          <CustomerPicker
            officeId={draft.officeId}
            customer={draft.customer}
            onChoose={(customer) => set({ customer })}
          />
        </Field>
      </div>
    </fieldset>
  );
}
