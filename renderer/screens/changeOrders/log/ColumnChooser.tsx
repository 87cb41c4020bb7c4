import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import { TableSettings20Regular } from '@fluentui/react-icons';
import type { LogTable } from './logTable.ts';

/** Says which columns are shown. The COR's number and its state in Sage always are. */
export function ColumnChooser({ table }: { readonly table: LogTable }) {
  const columns = table.getAllLeafColumns().filter((column) => column.getCanHide());
  const shown = columns.filter((column) => column.getIsVisible()).map((column) => column.id);
  return (
    <Menu
      checkedValues={{ columns: shown }}
      onCheckedValueChange={(_, { checkedItems }) =>
        table.setColumnVisibility(
          Object.fromEntries(columns.map((column) => [column.id, checkedItems.includes(column.id)])),
        )
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content="Choose columns" relationship="label">
          <Button icon={<TableSettings20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {columns.map((column) => (
            <MenuItemCheckbox key={column.id} name="columns" value={column.id} persistOnClick>
              {column.columnDef.meta?.title}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
