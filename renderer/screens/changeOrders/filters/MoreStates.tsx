import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons';
import type { CorLog } from '#shared/domain/corLog.ts';
import type { SageState } from '#shared/domain/link.ts';
import { sageWords } from '../log/sageWords.ts';

const useStyles = makeStyles({
  button: { minWidth: 'auto', height: '26px', fontWeight: tokens.fontWeightRegular },
  item: { display: 'flex', justifyContent: 'space-between', columnGap: '24px' },
  count: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly states: readonly SageState[];
  readonly counts: CorLog['counts'] | null;
  readonly chosen: ReadonlySet<SageState>;
  readonly onFlip: (state: SageState) => void;
};

/** The states that are rarely asked for. */
export function MoreStates({ states, counts, chosen, onFlip }: Props) {
  const styles = useStyles();
  return (
    <Menu
      checkedValues={{ sage: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const changed = states.find((state) => checkedItems.includes(state) !== chosen.has(state));
        if (changed !== undefined) onFlip(changed);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          className={styles.button}
          icon={<ChevronDown16Regular />}
          iconPosition="after"
        >
          More
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {states.map((state) => (
            <MenuItemCheckbox key={state} name="sage" value={state} persistOnClick>
              <span className={styles.item} title={sageWords[state].meaning}>
                {sageWords[state].word}
                <span className={styles.count}>{(counts?.[state] ?? 0).toLocaleString('en-US')}</span>
              </span>
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
