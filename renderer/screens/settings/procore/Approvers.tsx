import { Field, Input, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { type ItemKind, itemKinds } from '#shared/domain/procore/item.ts';
import type { ProcoreSettings } from '#shared/domain/procore/procoreSettings.ts';
import { Lockable } from '../../../components/Lockable.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  heading: { margin: 0 },
  words: { color: tokens.colorNeutralForeground2 },
  fields: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))', gap: '12px 16px' },
});

const labels: Readonly<Record<ItemKind, string>> = {
  project: 'Projects',
  subJob: 'Sub jobs',
  costCodes: 'Cost codes',
  vendor: 'Vendors',
  budget: 'Budgets',
  commitment: 'Commitments',
  commitmentChange: 'Commitment change orders',
  invoice: 'Subcontractor invoices',
};

type Props = { readonly draft: ProcoreSettings; readonly onChange: (draft: ProcoreSettings) => void };

/** Who may accept, reject and unlink, by kind. */
export function Approvers({ draft, onChange }: Props) {
  const styles = useStyles();
  const write = (kind: ItemKind, text: string) => {
    const names = text.split(',').map((name) => name.trim());
    const { [kind]: _, ...others } = draft.approvers;
    onChange({ ...draft, approvers: text.trim() === '' ? others : { ...others, [kind]: names } });
  };
  return (
    <div className={styles.part}>
      <Subtitle2 as="h4" className={styles.heading}>
        Who may accept
      </Subtitle2>
      <Text className={styles.words}>
        User names of this computer or domain, with commas between them. Empty: everybody who opens Plumbline.
      </Text>
      <div className={styles.fields}>
        {itemKinds.map((kind) => (
          <Lockable key={kind} path={`procore.approvers.${kind}`}>
            <Field label={labels[kind]}>
              <Input value={(draft.approvers[kind] ?? []).join(', ')} onChange={(_, data) => write(kind, data.value)} />
            </Field>
          </Lockable>
        ))}
      </div>
    </div>
  );
}
