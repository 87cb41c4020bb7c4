import { Field, Select } from '@fluentui/react-components';
import { Lockable } from '../Lockable.tsx';
import type { DefaultsDraft } from './defaultsDraft.ts';
import { useDefaultsStyles } from './defaultsStyles.ts';
import { corStatusWords, sageStatusChoices } from './defaultsWords.ts';

type Props = { readonly draft: DefaultsDraft; readonly onChange: (draft: DefaultsDraft) => void };

/** Which Sage status a change order gets for each status of its COR. */
export function StatusMapFields({ draft, onChange }: Props) {
  const styles = useDefaultsStyles();
  const { statusMap } = draft.defaults;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Status in Sage for each status in Clearstory</legend>
      <div className={styles.columns}>
        {corStatusWords.map(([status, words]) => (
          <Lockable key={status} path={`defaults.statusMap.${status}`}>
            <Field label={words}>
              <Select
                value={statusMap[status]}
                onChange={(_, { value }) => {
                  const chosen = sageStatusChoices.find(([each]) => each === value)?.[0] ?? '';
                  onChange({
                    ...draft,
                    defaults: { ...draft.defaults, statusMap: { ...statusMap, [status]: chosen } },
                  });
                }}
              >
                {sageStatusChoices.map(([value, choice]) => (
                  <option key={value} value={value}>
                    {choice}
                  </option>
                ))}
              </Select>
            </Field>
          </Lockable>
        ))}
      </div>
    </fieldset>
  );
}
