import { Combobox, makeStyles, Option } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useRequest } from '../../../api/useRequest.ts';

const useStyles = makeStyles({ box: { minWidth: '160px', width: '220px' } });

/** A longer list is no help: typing narrows it. */
const mostOptions = 50;

type Props = { readonly projectId: string; readonly onProject: (projectId: string) => void };

/** Picks one mapped project by number or name. */
export function ProjectFilter({ projectId, onProject }: Props) {
  const styles = useStyles();
  const answer = useRequest('cors.projects', {}, ['projects']);
  const projects = answer.value?.projects ?? [];
  const chosen = projects.find((project) => project.id === projectId);
  const chosenWords = chosen === undefined ? '' : `${chosen.job} ${chosen.title}`;
  const [typed, setTyped] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed ends when another project is chosen
  useEffect(() => setTyped(null), [projectId]);
  const words = (typed ?? '').toLowerCase().split(/\s+/);
  const matching = projects.filter((project) => {
    const text = `${project.job} ${project.title}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <Combobox
      className={styles.box}
      aria-label="Project"
      placeholder="All projects"
      clearable
      value={typed ?? chosenWords}
      selectedOptions={projectId === '' ? [] : [projectId]}
      onChange={(event) => setTyped(event.target.value)}
      onOptionSelect={(_, { optionValue }) => {
        setTyped(null);
        onProject(optionValue ?? '');
      }}
      onBlur={() => setTyped(null)}
    >
      {matching.slice(0, mostOptions).map((project) => (
        <Option key={project.id} value={project.id} text={`${project.job} ${project.title}`}>
          {project.job} {project.title}
        </Option>
      ))}
      {matching.length === 0 ? (
        <Option disabled text="">
          {answer.status === 'loading' ? 'Reading projects …' : 'No mapped project matches.'}
        </Option>
      ) : null}
    </Combobox>
  );
}
