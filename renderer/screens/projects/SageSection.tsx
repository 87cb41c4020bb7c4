import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ProjectRow } from '#shared/contract/projects.ts';
import { displayCostCode } from '#shared/domain/costCode.ts';
import type { MappingDefaults } from '#shared/domain/mapping.ts';
import { jobStatuses, statusWords } from '#shared/domain/sage/enumerations.ts';
import { useRequest } from '../../api/useRequest.ts';
import { Facts } from '../../components/Facts.tsx';
import { InstantText } from '../../components/InstantText.tsx';
import { corStatusWords, numberingWords } from '../../components/mappingDefaults/defaultsWords.ts';
import { namedNumber, sageStatusWords } from './projectWords.ts';

const useStyles = makeStyles({
  likely: { display: 'block', marginTop: '8px', color: tokens.colorBrandForeground1 },
  table: { width: '100%', borderCollapse: 'collapse', marginTop: '4px' },
  head: {
    textAlign: 'left',
    padding: '3px 8px 3px 0',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  cell: { padding: '4px 8px 4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere' },
});

/** The Sage job of a project and the defaults for its change orders. */
export function SageSection({ row }: { readonly row: ProjectRow }) {
  const styles = useStyles();
  const { mapping, job, suggestion } = row;
  const lists = useRequest('projects.mappingLists', mapping === null ? null : { job: mapping.job }, ['projects']).value;
  if (mapping === null) {
    return (
      <Facts title="Sage 100" facts={[['Job', 'Not mapped']]}>
        {suggestion === null ? null : (
          <Text className={styles.likely}>
            {`Likely match: ${suggestion.job} ${suggestion.name}, because ${suggestion.why}.`}
          </Text>
        )}
      </Facts>
    );
  }
  const { defaults } = mapping;
  const statusOf = (number: string) => statusWords(jobStatuses, number);
  return (
    <>
      <Facts
        title="Sage 100"
        facts={[
          ['Job', job === null ? `${mapping.job}, which is not in Sage any more` : `${job.number}  ${job.name}`],
          ...(job === null
            ? []
            : ([
                ['Client', job.clientName],
                ['Status', statusOf(job.status)],
              ] as const)),
          ['Phase', namedNumber(defaults.phase, lists?.phases ?? [], 'None')],
          ['Change order type', namedNumber(defaults.changeOrderType, lists?.changeOrderTypes ?? [], 'None')],
          ['Numbering', numberingWords[defaults.numbering]],
          ['Prime lines', primeWords(defaults, lists?.costTypes ?? [])],
          [
            'Mapped',
            <>
              <InstantText instant={mapping.mappedAt} />
              {` by ${mapping.mappedBy}`}
            </>,
          ],
        ]}
      />
      <Facts
        title="Status in Sage"
        facts={corStatusWords.map(([status, words]) => [words, sageStatusWords(defaults.statusMap[status])])}
      />
      <TemplateTable template={defaults.template} costTypes={lists?.costTypes ?? []} />
    </>
  );
}

type ListItems = readonly { readonly number: string; readonly name: string }[];

function primeWords({ primeCostCode, primeCostType }: MappingDefaults, costTypes: ListItems): string {
  if (primeCostCode === '') return 'No cost code';
  return `${displayCostCode(primeCostCode)}, ${namedNumber(primeCostType, costTypes, 'no cost type')}`;
}

const templateHeads = ['Description', 'Cost code', 'Cost type', 'Percent', 'Multiplier'] as const;

function TemplateTable({
  template,
  costTypes,
}: {
  readonly template: MappingDefaults['template'];
  readonly costTypes: ListItems;
}) {
  const styles = useStyles();
  if (template.length === 0)
    return <Facts title="Allocation" facts={[['Template', 'None: each draft starts empty']]} />;
  return (
    <Facts title="Allocation" facts={[]}>
      <table className={styles.table} aria-label="Allocation template">
        <thead>
          <tr>
            {templateHeads.map((head) => (
              <th key={head} scope="col" className={styles.head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {template.map((row) => (
            <tr key={`${row.costCode} ${row.costType} ${row.description} ${row.percent}`}>
              <td className={styles.cell}>{row.description === '' ? 'Title of the COR' : row.description}</td>
              <td className={styles.cell}>{displayCostCode(row.costCode)}</td>
              <td className={styles.cell}>{namedNumber(row.costType, costTypes, '–')}</td>
              <td className={styles.cell}>{`${row.percent}%`}</td>
              <td className={styles.cell}>{row.multiplier}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Facts>
  );
}
