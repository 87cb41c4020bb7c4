import { Delete16Regular } from '@fluentui/react-icons';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { useGridStyles } from './gridStyles.ts';

type Props = { readonly label: string; readonly inSage: boolean; readonly onRemove: () => void };

/** Why a line that Sage has already is not taken out: lines are matched by number and description for ever after. */
export const keptWhy = 'This line is in Sage already and stays there. To take it back, set its amounts to 0.00.';

export function RemoveLineButton({ label, inSage, onRemove }: Props) {
  const styles = useGridStyles();
  return (
    <ReasonedButton
      appearance="subtle"
      size="small"
      className={styles.remove}
      icon={<Delete16Regular />}
      aria-label={label}
      aria-keyshortcuts="Control+Delete"
      reason={inSage ? keptWhy : null}
      onClick={onRemove}
    />
  );
}
