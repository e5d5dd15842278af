import { Button, EmptyState, Inline, Label, Spinner, Stack, Text, Textfield } from '@forge/react';
import type { ProjectView } from '../../../api-settings';
import { ProblemNotice } from '../problem-notice';
import { ProjectRow } from './project-row';
import type { ProjectList } from './use-projects';

interface ProjectsPartProps {
  readonly list: ProjectList;
  readonly onOpen: (kind: 'set-up' | 'check', project: ProjectView) => void;
}

/** The projects that the person may see. */
export function ProjectsPart({ list, onOpen }: ProjectsPartProps) {
  const { projects, query, isReading, problem, more } = list;
  return (
    <Stack space="space.150">
      <Text>
        Turn the procedure on for a project with Set up. It shows first what it will do, and does it with your own
        rights. A daily check then tells the administrators of the project when something could get past the rules.
      </Text>
      <Stack space="space.050">
        <Label labelFor="find-projects">Find a project</Label>
        <Textfield
          id="find-projects"
          placeholder="Name or key"
          value={query}
          onChange={({ target }) => list.search(String(target.value))}
        />
      </Stack>
      {problem !== undefined && (
        <ProblemNotice title="The projects cannot be shown" message={problem} onRetry={list.reload} />
      )}
      {projects.length === 0 && !isReading && (
        <EmptyState
          header={query === '' ? 'No project yet' : 'No such project'}
          description={
            query === ''
              ? 'Create a project in Jira first, then come back to set it up.'
              : 'No project that you may see has this in its name or key.'
          }
        />
      )}
      <Stack>
        {projects.map((project) => (
          <ProjectRow
            key={project.projectId}
            project={project}
            onSetUp={() => onOpen('set-up', project)}
            onCheck={() => onOpen('check', project)}
          />
        ))}
      </Stack>
      {isReading && <Spinner label="Reading the projects" />}
      {more !== undefined && !isReading && (
        <Inline>
          <Button onClick={more}>Show more projects</Button>
        </Inline>
      )}
    </Stack>
  );
}
