import type { HostResponseOf } from '#shared/contract/companies.ts';
import type { GrantedRights } from '#shared/contract/firstRun.ts';
import type { CheckResult } from '#shared/contract/settings.ts';

export type ForIt = HostResponseOf<'firstRun.forIt'>;
export type ItPart = { readonly title: string; readonly lines: readonly string[] };

export const rightsWords: Readonly<Record<GrantedRights, string>> = {
  no: 'Reading only',
  yes: 'Reading, and writing change orders',
  procore: 'Reading, and writing change orders and what comes from Procore',
};

/** The page for IT without the scripts: what is asked for, why, and how each thing is done. */
export function itParts(facts: ForIt, rights: GrantedRights, found: readonly CheckResult[]): readonly ItPart[] {
  const { server, database, login, computer, user, version, approval, scripts } = facts;
  const where = server === '' ? database : `${database} on ${server}`;
  const troubles = found.filter(({ result }) => result === 'fail' || result === 'warn');
  return [
    {
      title: 'What is asked for',
      lines: [
        `Plumbline ${version} on computer ${computer}, used by ${user}, is to reach the company ${where} in Sage 100 Contractor.`,
        `Rights: ${rightsWords[rights]}. ${rights === 'no' ? 'Plumbline writes nothing.' : 'It writes only what a person approved, and only once writing is chosen and certified in Plumbline.'}`,
      ],
    },
    ...(troubles.length === 0
      ? []
      : [
          {
            title: 'What the connection test found',
            lines: troubles.map(({ title, sentence, remedy }) =>
              [`${title}: ${sentence}`, remedy].filter((words) => words !== '').join(' '),
            ),
          },
        ]),
    {
      title: `1. On computer ${computer}`,
      lines: [
        'Microsoft’s ODBC Driver 18 for SQL Server has to be installed (64 bit).',
        'From there SQL Server has to be reached: the TCP port of the instance, and UDP 1434 where the instance is found by its name.',
      ],
    },
    { title: '2. Approve the application', lines: [approval, 'The approval holds for the whole instance.'] },
    {
      title: '3. Grant the rights',
      lines: [
        `Run ${scripts.map(({ name }) => name).join(', then ')} in SQL Server Management Studio as an administrator of the server. The values are filled in: database ${database}, login ${login}.`,
        'It grants single rights on single tables, never db_owner, and may be run again. What it does stands in its first lines.',
      ],
    },
    {
      title: '4. Say when it is done',
      lines: [`${user} presses Test in Plumbline again; each step has to be in order.`],
    },
  ];
}

export const itTitle = 'For IT: connecting Plumbline to Sage 100 Contractor';

/** Everything as one text, to be sent or kept. */
export function itText(parts: readonly ItPart[], scripts: ForIt['scripts']): string {
  const page = parts.map(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)].join('\n'));
  const files = scripts.map(({ name, text }) => `----- ${name} -----\n${text}`);
  return `${[itTitle, ...page, ...files].join('\n\n')}\n`;
}
