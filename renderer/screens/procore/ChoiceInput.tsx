import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import type { ChoiceField } from '#shared/contract/procore.ts';

type Props = { readonly field: ChoiceField; readonly value: string; readonly onChange: (value: string) => void };

/** One question of an item. Options that cannot be chosen say why. */
export function ChoiceInput({ field, value, onChange }: Props) {
  const { label, required, limit, hint, options, type } = field;
  if (type === 'yes') {
    return (
      <Field hint={hint}>
        <Checkbox
          label={label}
          checked={value === 'yes'}
          onChange={(_, { checked }) => onChange(checked === true ? 'yes' : '')}
        />
      </Field>
    );
  }
  const counted = limit === null ? hint : `${value.length} of ${limit} characters. ${hint}`.trim();
  const missing = required && value.trim() === '';
  const tooLong = limit !== null && value.length > limit;
  return (
    <Field
      label={label}
      required={required}
      hint={counted}
      {...(missing || tooLong
        ? {
            validationState: 'warning' as const,
            validationMessage: missing ? `${label} is needed.` : `At most ${limit} characters.`,
          }
        : {})}
    >
      {type === 'choice' ? (
        <Select value={value} onChange={(_, data) => onChange(data.value)}>
          <option value="">{required ? 'Choose …' : 'None'}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.refusal !== null}>
              {option.refusal === null ? option.label : `${option.label} (${option.refusal})`}
            </option>
          ))}
        </Select>
      ) : (
        <Input type={type === 'date' ? 'date' : 'text'} value={value} onChange={(_, data) => onChange(data.value)} />
      )}
    </Field>
  );
}
