import { mergeClasses } from '@fluentui/react-components';
import type { LinkHealth } from '#shared/domain/link.ts';
import { subtractMoney } from '#shared/domain/money.ts';
import { Money } from '../../../components/Money.tsx';
import { useSmallTableStyles } from '../../../components/smallTableStyles.ts';

/** What the COR was worth when it was pushed, and now. */
export function Totals({ health }: { readonly health: LinkHealth }) {
  const table = useSmallTableStyles();
  const lines = [
    ['Requested', health.previous.requested, health.current.requested],
    ['Effective', health.previous.effective, health.current.effective],
  ] as const;
  const end = mergeClasses(table.cell, table.end);
  return (
    <table className={table.table} aria-label="Totals of the COR">
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(table.head, table.first)}>
            Total of the COR
          </th>
          <th scope="col" className={mergeClasses(table.head, table.end)}>
            As pushed
          </th>
          <th scope="col" className={mergeClasses(table.head, table.end)}>
            Now
          </th>
          <th scope="col" className={mergeClasses(table.head, table.end)}>
            Change
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, before, now]) => (
          <tr key={name}>
            <th scope="row" className={mergeClasses(table.cell, table.first)}>
              {name}
            </th>
            <td className={end}>
              <Money amount={before} />
            </td>
            <td className={mergeClasses(end, before !== now && table.strong)}>
              <Money amount={now} />
            </td>
            <td className={mergeClasses(end, before === now && table.quiet)}>
              <Money amount={subtractMoney(now, before)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
