import { Checkbox, makeStyles } from '@fluentui/react-components';
import type { ItemPreview } from '#shared/contract/procore.ts';

const useStyles = makeStyles({ list: { display: 'flex', flexDirection: 'column', rowGap: '2px', marginTop: '8px' } });

type Props = {
  readonly cautions: Extract<ItemPreview, { ok: true }>['cautions'];
  readonly confirmed: readonly string[];
  readonly onChange: (confirmed: readonly string[]) => void;
};

/** What cannot be taken back, or leaves something out: ticked one by one before accepting. */
export function Cautions({ cautions, confirmed, onChange }: Props) {
  const styles = useStyles();
  if (cautions.length === 0) return null;
  return (
    <div className={styles.list}>
      {cautions.map(({ name, sentence }) => (
        <Checkbox
          key={name}
          label={sentence}
          checked={confirmed.includes(name)}
          onChange={(_, { checked }) =>
            onChange(checked === true ? [...confirmed, name] : confirmed.filter((one) => one !== name))
          }
        />
      ))}
    </div>
  );
}
