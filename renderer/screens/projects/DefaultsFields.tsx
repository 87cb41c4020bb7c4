import { Field, Select } from '@fluentui/react-components';
import type { ResponseOf } from '#shared/contract/requests.ts';
import type { MappingDefaults } from '#shared/domain/mapping.ts';
import { CostCodeBox } from '../../components/CostCodeBox.tsx';
import { useFormStyles } from './formStyles.ts';
import type { MappingDraft } from './mappingDraft.ts';
import { numberingWords } from './projectWords.ts';

type Props = {
  readonly draft: MappingDraft;
  readonly lists: ResponseOf<'projects.mappingLists'>;
  readonly job: string;
  readonly problem: string | undefined;
  readonly onChange: (draft: MappingDraft) => void;
};

const numberings: readonly MappingDefaults['numbering'][] = ['next', 'customerCoNumber', 'corNumber'];

/** The header of new change orders: phase, type, numbering; and the code of their prime lines. */
export function DefaultsFields({ draft, lists, job, problem, onChange }: Props) {
  const styles = useFormStyles();
  const { defaults } = draft;
  const set = (change: Partial<MappingDraft['defaults']>) =>
    onChange({ ...draft, defaults: { ...defaults, ...change } });
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Change order defaults</legend>
      <div className={styles.columns}>
        <Field label="Phase">
          <Select value={defaults.phase} onChange={(_, { value }) => set({ phase: value })}>
            <option value="0">None</option>
            {lists.phases.map(({ number, name }) => (
              <option key={number} value={number}>
                {`${number} – ${name}`}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Change order type">
          <Select value={defaults.changeOrderType} onChange={(_, { value }) => set({ changeOrderType: value })}>
            <option value="">None</option>
            {lists.changeOrderTypes.map(({ number, name }) => (
              <option key={number} value={number}>
                {`${number} – ${name}`}
              </option>
            ))}
          </Select>
        </Field>
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
        <Field
          label="Cost code of prime lines"
          {...(problem === undefined ? {} : { validationMessage: problem, validationState: 'error' as const })}
        >
          <CostCodeBox
            value={defaults.primeCostCode}
            job={job}
            phase={defaults.phase}
            onChange={(primeCostCode) => set({ primeCostCode })}
          />
        </Field>
        <Field label="Cost type of prime lines">
          <Select value={defaults.primeCostType} onChange={(_, { value }) => set({ primeCostType: value })}>
            <option value="">None</option>
            {lists.costTypes.map(({ number, name }) => (
              <option key={number} value={number}>
                {`${number} – ${name}`}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </fieldset>
  );
}
