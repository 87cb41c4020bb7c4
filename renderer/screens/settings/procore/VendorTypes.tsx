import { Checkbox, Field } from '@fluentui/react-components';
import type { ResponseOf } from '#shared/contract/requests.ts';
import type { ProcoreSettings } from '#shared/domain/procore/procoreSettings.ts';

type Props = {
  readonly types: ResponseOf<'settings.get'>['vendorTypes'];
  readonly draft: ProcoreSettings;
  readonly onChange: (draft: ProcoreSettings) => void;
};

/** Which of Sage's vendors are offered for Procore's directory. All of them while nothing is taken off. */
export function VendorTypes({ types, draft, onChange }: Props) {
  const all = types.map(({ number }) => number);
  const ticked = draft.vendorTypes ?? all;
  const tick = (number: string, on: boolean) => {
    const next = on ? [...ticked, number] : ticked.filter((one) => one !== number);
    onChange({ ...draft, vendorTypes: all.every((one) => next.includes(one)) ? null : next });
  };
  if (types.length === 0) return null;
  return (
    <Field
      label="Vendor types offered for import"
      hint="Vendors without a type are offered while all are ticked. A type with linked vendors keeps its tick."
    >
      <div>
        {types.map(({ number, name }) => (
          <Checkbox
            key={number}
            label={`${number} ${name}`}
            checked={ticked.includes(number)}
            onChange={(_, { checked }) => tick(number, checked === true)}
          />
        ))}
      </div>
    </Field>
  );
}
