import { Field, Select } from '@fluentui/react-components';
import type { MappingDefaults } from '#shared/domain/mapping.ts';
import type { ListItem, Phase } from '#shared/domain/sage/facts.ts';
import { CostCodeBox } from '../CostCodeBox.tsx';
import { fieldProblem } from '../fieldProblem.ts';
import { Lockable } from '../Lockable.tsx';
import type { DefaultsDraft } from './defaultsDraft.ts';
import { useDefaultsStyles } from './defaultsStyles.ts';
import { numberingWords } from './defaultsWords.ts';

export type DefaultsLists = {
  /** Null where there is no job: its phases are not known. */
  readonly phases: readonly Phase[] | null;
  readonly changeOrderTypes: readonly ListItem[];
  readonly costTypes: readonly ListItem[];
};

type Props = {
  readonly draft: DefaultsDraft;
  readonly lists: DefaultsLists;
  /** The Sage job; empty where the defaults are for any job. */
  readonly job: string;
  readonly problem: string | undefined;
  readonly onChange: (draft: DefaultsDraft) => void;
};

const numberings: readonly MappingDefaults['numbering'][] = ['next', 'customerCoNumber', 'corNumber'];

/** The header of new change orders: phase, type, numbering; and the code of their prime lines. */
export function DefaultsFields({ draft, lists, job, problem, onChange }: Props) {
  const styles = useDefaultsStyles();
  const { defaults } = draft;
  const set = (change: Partial<DefaultsDraft['defaults']>) =>
    onChange({ ...draft, defaults: { ...defaults, ...change } });
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Change order defaults</legend>
      <div className={styles.columns}>
        <Lockable path="defaults.phase">
          <Field
            label="Phase"
            {...(lists.phases === null ? { hint: 'Phases belong to a job: choose one there.' } : {})}
          >
            <Select value={defaults.phase} onChange={(_, { value }) => set({ phase: value })}>
              <option value="0">None</option>
              {phaseOptions(lists.phases, defaults.phase).map(({ number, words }) => (
                <option key={number} value={number}>
                  {words}
                </option>
              ))}
            </Select>
          </Field>
        </Lockable>
        <Lockable path="defaults.changeOrderType">
          <Field label="Change order type">
            <Select value={defaults.changeOrderType} onChange={(_, { value }) => set({ changeOrderType: value })}>
              <option value="">None</option>
              {lists.changeOrderTypes.map(({ number, name }) => (
                <option key={number} value={number}>
                  {`${number}-${name}`}
                </option>
              ))}
            </Select>
          </Field>
        </Lockable>
        <Lockable path="defaults.numbering">
          <Field label="Number of a new change order">
            <Select
              value={defaults.numbering}
              onChange={(_, { value }) => set({ numbering: numberings.find((each) => each === value) ?? 'next' })}
            >
              {numberings.map((numbering) => (
                <option key={numbering} value={numbering}>
                  {numberingWords[numbering]}
                </option>
              ))}
            </Select>
          </Field>
        </Lockable>
        <Lockable path="defaults.primeCostCode">
          <Field label="Cost code of prime lines" {...fieldProblem(problem)}>
            <CostCodeBox
              value={defaults.primeCostCode}
              job={job}
              phase={defaults.phase}
              onChange={(primeCostCode) => set({ primeCostCode })}
            />
          </Field>
        </Lockable>
        <Lockable path="defaults.primeCostType">
          <Field label="Cost type of prime lines">
            <Select value={defaults.primeCostType} onChange={(_, { value }) => set({ primeCostType: value })}>
              <option value="">None</option>
              {lists.costTypes.map(({ number, name }) => (
                <option key={number} value={number}>
                  {`${number}-${name}`}
                </option>
              ))}
            </Select>
          </Field>
        </Lockable>
      </div>
    </fieldset>
  );
}

/** Without a job the phase that is set is still shown, by its number. */
function phaseOptions(
  phases: readonly Phase[] | null,
  chosen: string,
): readonly { readonly number: string; readonly words: string }[] {
  if (phases !== null) return phases.map(({ number, name }) => ({ number, words: `${number}-${name}` }));
  return chosen === '0' ? [] : [{ number: chosen, words: `Phase ${chosen}` }];
}
