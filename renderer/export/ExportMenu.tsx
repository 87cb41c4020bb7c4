import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  ProgressBar,
  Text,
  Tooltip,
} from '@fluentui/react-components';
import { ArrowDownload20Regular, Dismiss20Regular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { dateInZone } from '#shared/domain/dates.ts';
import { ReasonedButton } from '../components/ReasonedButton.tsx';
import { useToast } from '../components/Toasts.tsx';
import { useAppStore } from '../store/StoreContext.tsx';
import { useNow } from '../store/useNow.ts';
import { type ExportList, useExport } from './useExport.ts';

const useStyles = makeStyles({
  running: { display: 'flex', alignItems: 'center', columnGap: '4px' },
  progress: { display: 'flex', flexDirection: 'column', rowGap: '4px', width: '124px' },
  count: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', textAlign: 'right' },
});

type Props<Row> = {
  readonly list: ExportList<Row>;
  /** Why there is nothing to export; null when there is. */
  readonly reason: string | null;
};

/** Exports a whole list to Excel or CSV; while it runs, shows how far it is and a way to stop it. */
export function ExportMenu<Row extends { readonly id: string }>({ list, reason }: Props<Row>) {
  const styles = useStyles();
  const toast = useToast();
  const timeZone = useAppStore((state) => state.info?.timeZone);
  const now = useNow();
  const { state, start, cancel, clear } = useExport(list);

  useEffect(() => {
    if (state.name === 'done') {
      const more = state.moved
        ? 'The list changed while it was exported, so a row may be missing. Export again for a complete one.'
        : undefined;
      toast(`${state.rows.toLocaleString('en-US')} rows saved as ${state.file}.`, more ? 'warning' : 'success', more);
      clear();
    } else if (state.name === 'failed') {
      toast(`Nothing was exported. ${state.failure.sentence}`, 'error', state.failure.remedy);
      clear();
    }
  }, [state, toast, clear]);

  if (state.name === 'running') {
    const { done, total } = state;
    return (
      <div className={styles.running}>
        <div className={styles.progress}>
          <Text size={200} className={styles.count}>
            {total === null ? 'Exporting …' : `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`}
          </Text>
          <ProgressBar aria-label="Rows exported" {...(total === null || total === 0 ? {} : { value: done / total })} />
        </div>
        <Tooltip content="Cancel the export" relationship="label">
          <Button appearance="subtle" icon={<Dismiss20Regular />} onClick={cancel} />
        </Tooltip>
      </div>
    );
  }
  if (reason !== null) {
    return (
      <ReasonedButton icon={<ArrowDownload20Regular />} reason={reason}>
        Export
      </ReasonedButton>
    );
  }
  const today = dateInZone(now, timeZone ?? 'UTC');
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<ArrowDownload20Regular />}>Export</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => void start('xlsx', today)}>Excel (.xlsx)</MenuItem>
          <MenuItem onClick={() => void start('csv', today)}>CSV</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
