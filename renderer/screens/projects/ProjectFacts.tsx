import type { ProjectRow } from '#shared/contract/projects.ts';
import { Facts } from '../../components/Facts.tsx';
import { InstantText } from '../../components/InstantText.tsx';
import { Money } from '../../components/Money.tsx';

/** What Clearstory says of a project. */
export function ProjectFacts({ row }: { readonly row: ProjectRow }) {
  const { project } = row;
  return (
    <Facts
      title="Clearstory"
      facts={[
        ['Project', project.title],
        ['Job number', project.jobNumber ?? '–'],
        ['Customer', project.customerName ?? '–'],
        ['Office', project.officeName],
        ['Contract value', <Money key="contract" amount={project.contractValue} inline />],
        ['CORs', `${row.cors.toLocaleString('en-US')}, ${row.linked.toLocaleString('en-US')} of them linked to Sage`],
        ['Last changed', <InstantText key="changed" instant={project.updatedAt} />],
      ]}
    />
  );
}
