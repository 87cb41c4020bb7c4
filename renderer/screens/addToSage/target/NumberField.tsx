import { Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { nextNumber, setHeader, setNumbering } from '../draft/headerEdits.ts';
import { headerHints, numberAdvice } from '../draft/hints.ts';
import { useWizard } from '../draft/WizardContext.tsx';

const useStyles = makeStyles({
  field: { gridColumn: 'span 3', minWidth: 0 },
  choice: { rowGap: 0 },
  typed: { minWidth: 0, width: '100%' },
});

/** The change number: the next one of job and phase, taken when it is written, or one that is typed. */
export function NumberField() {
  const styles = useStyles();
  const { draft, facts, edit, refusals } = useWizard();
  const { header } = draft;
  const next = nextNumber(facts.nextNumbers, header.phase);
  const hint = headerHints(draft).number;
  const refusal = refusals.ofField('header.number', draft);
  const advice = header.numbering === 'typed' ? numberAdvice(header.number) : null;
  const phase = header.phase === '' ? '0' : header.phase;
  const twin =
    header.numbering === 'typed' &&
    facts.targets.some((target) => target.phase === phase && target.number.trim() === header.number.trim());
  const taken = twin ? `Change order ${header.number.trim()} exists already in this phase.` : null;
  const none =
    header.numbering === 'next' && next === ''
      ? 'The numbers of this job have letters or signs, so none follows by itself: type one.'
      : null;
  const words = refusal ?? hint?.words ?? taken ?? advice ?? none;
  const nextWords = next === '' ? 'Next number: none to propose here' : `Next number, ${next} as of now`;
  return (
    <Field
      className={styles.field}
      label="Change#"
      required
      validationState={
        refusal !== null || twin || hint?.kind === 'wrong' ? 'error' : words === null ? 'none' : 'warning'
      }
      {...(words === null ? {} : { validationMessage: words })}
      {...(header.numbering === 'next' && next !== ''
        ? { hint: 'Taken when it is written, so it is never taken twice.' }
        : {})}
    >
      <div>
        <RadioGroup
          className={styles.choice}
          aria-label="Change number"
          value={header.numbering}
          onChange={(_, { value }) => edit(setNumbering(value === 'typed' ? 'typed' : 'next', facts.nextNumbers))}
        >
          <Radio
            value="next"
            label={nextWords}
            data-field={header.numbering === 'next' ? 'header.number' : 'header.numbering'}
          />
          <Radio value="typed" label="Type a number" />
        </RadioGroup>
        {header.numbering === 'typed' ? (
          <Input
            className={styles.typed}
            aria-label="Change number to write"
            value={header.number}
            maxLength={40}
            data-field="header.number"
            onChange={(_, data) => edit(setHeader({ number: data.value }))}
          />
        ) : null}
      </div>
    </Field>
  );
}
