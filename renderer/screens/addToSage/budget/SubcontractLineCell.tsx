import { displayCostCode } from '#shared/domain/costCode.ts';
import { formatMoney } from '#shared/domain/money.ts';
import type { SubcontractLine } from '#shared/domain/sage/facts.ts';
import { useRequest } from '../../../api/useRequest.ts';
import { SelectCell } from '../fields/SelectCell.tsx';
import type { CellProps } from '../fields/TextCell.tsx';

type Coding = { readonly costCode?: string; readonly costType?: string };

type Props = CellProps & {
  readonly job: string;
  /** Record number of the subcontract; empty while none is chosen. */
  readonly record: string;
  /** A line of the subcontract brings its own cost code and type. */
  readonly onChoose: (line: string, coding: Coding) => void;
};

/** `2 Rebar, 3100 · 45,000.00 left` */
function words({ line, description, costCode, remaining }: SubcontractLine): string {
  const code = costCode === null ? '' : `, ${displayCostCode(costCode)}`;
  return `${line} ${description}${code} · ${formatMoney(remaining)} left`;
}

/** The lines of the chosen subcontract; none chosen means that Sage gets a new line. */
export function SubcontractLineCell({ job, record, onChoose, ...cell }: Props) {
  const { status, value } = useRequest('lookups.subcontract', record === '' ? null : { job, record }, []);
  const subcontract = value?.subcontract ?? null;
  const lines = subcontract?.record === record ? subcontract.lines : [];
  const blocked =
    record === '' ? 'Subcontract first' : status === 'loading' && cell.value === '' ? 'Reading its lines …' : null;
  return (
    <SelectCell
      {...cell}
      options={lines.map((line) => ({ value: line.line, words: words(line) }))}
      empty="New line"
      blocked={blocked}
      onChange={(chosen) => {
        const found = lines.find(({ line }) => line === chosen);
        const costCode = found?.costCode ?? null;
        const costType = found?.costType ?? null;
        onChoose(chosen, {
          ...(costCode === null ? {} : { costCode }),
          ...(costType === null ? {} : { costType }),
        });
      }}
    />
  );
}
