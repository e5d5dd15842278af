import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import { useState } from 'react';
import { readProjects } from '../../api/issues';
import { readAdministersJira } from '../../api/permissions';
import { LoadingPage, ProblemPart } from '../page-states';
import { usePageTitle } from '../page-title';
import { useRemote } from '../remote';
import { SiteLink } from '../site-link';
import { CreateProjectDialog } from './create-project-dialog';
import { ProjectPicture } from './project-picture';

/** The projects that the viewer may browse. */
export function ProjectsPage() {
  const { remote, reload } = useRemote('projects', readProjects);
  const { remote: administers } = useRemote('administers-jira', readAdministersJira);
  const [isCreating, setCreating] = useState(false);
  const mayCreate = administers.kind === 'ready' && administers.value;
  usePageTitle('Projects');
  return (
    <div className="page">
      <div className="page-head">
        <Heading size="large" as="h1">
          Projects
        </Heading>
        {mayCreate && <Button onClick={() => setCreating(true)}>Create project</Button>}
      </div>
      {isCreating && <CreateProjectDialog onClose={() => setCreating(false)} />}
      {remote.kind === 'loading' && <LoadingPage label="Reading the projects" />}
      {remote.kind === 'ready' && remote.value.length === 0 && (
        <EmptyState
          header="No projects to show"
          description={
            mayCreate
              ? 'This site has no project yet. Create the first one.'
              : 'There is no project on this site that you may browse. Switch to another user at the top right.'
          }
        />
      )}
      {remote.kind === 'ready' && remote.value.length > 0 && (
        <ul className="project-list">
          {remote.value.map(({ id, key, name }) => (
            <li key={id}>
              <ProjectPicture name={name} />
              <SiteLink href={`/projects/${encodeURIComponent(key)}`}>{name}</SiteLink>
              <span className="subtlest">{key}</span>
            </li>
          ))}
        </ul>
      )}
      {(remote.kind === 'refused' || remote.kind === 'unreachable') && (
        <ProblemPart problem={remote} onRetry={reload} />
      )}
    </div>
  );
}
