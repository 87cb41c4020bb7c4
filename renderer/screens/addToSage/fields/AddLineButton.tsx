import { Button } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { focusLine } from './gridKeys.ts';

type Props = {
  readonly cor: string;
  /** Adds a line and answers its id. */
  readonly onAdd: () => string | null;
};

/** Adds a line to a COR and puts the focus in it. */
export function AddLineButton({ cor, onAdd }: Props) {
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<Add16Regular />}
      aria-label={`Add line to COR ${cor}`}
      aria-keyshortcuts="Control+I"
      onClick={(event) => {
        const grid = event.currentTarget.closest('table');
        const added = onAdd();
        if (added !== null && grid !== null) focusLine(grid, added);
      }}
    >
      Add line
    </Button>
  );
}
