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
        ['CORs', corWords(row)],
        ['Last changed', <InstantText key="changed" instant={project.updatedAt} />],
      ]}
    />
  );
}

/** CORs are read for mapped projects only, so before that their number is not known. */
function corWords({ mapping, cors, linked }: ProjectRow): string {
  if (mapping === null) return 'Read once the project is mapped';
  return `${cors.toLocaleString('en-US')}, ${linked.toLocaleString('en-US')} of them linked to Sage`;
}
