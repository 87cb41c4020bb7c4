import { mergeClasses } from '@fluentui/react-components';
import { parseMoney, sumMoney, zero } from '#shared/domain/money.ts';
import { Money } from '../../../components/Money.tsx';
import { useWizard } from '../draft/WizardContext.tsx';
import { useGridStyles } from '../fields/gridStyles.ts';
import { useTableStyles } from '../fields/tableStyles.ts';

/** The whole change: all CORs together. */
export function PrimeTotal() {
  const grid = useGridStyles();
  const table = useTableStyles();
  const { prime } = useWizard().draft;
  return (
    <tfoot>
      <tr>
        <th colSpan={2} scope="row" className={mergeClasses(grid.group, table.total)}>
          All change order requests
        </th>
        <td className={mergeClasses(grid.group, table.total)}>
          <Money amount={sumMoney(prime.map(({ requested }) => parseMoney(requested) ?? zero))} />
        </td>
        <td className={mergeClasses(grid.group, table.total)}>
          <Money amount={sumMoney(prime.map(({ approved }) => parseMoney(approved) ?? zero))} />
        </td>
        <td colSpan={3} className={grid.group} />
      </tr>
    </tfoot>
  );
}
