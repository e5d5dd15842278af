import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import { readProjects } from '../../api/issues';
import { LoadingPage, ProblemPart } from '../page-states';
import { usePageTitle } from '../page-title';
import { useRemote } from '../remote';
import { SiteLink } from '../site-link';
import { ProjectPicture } from './project-picture';

/** The projects that the viewer may browse. */
export function ProjectsPage() {
  const { remote, reload } = useRemote('projects', readProjects);
  usePageTitle('Projects');
  return (
    <div className="page">
      <div className="page-head">
        <Heading size="large" as="h1">
          Projects
        </Heading>
      </div>
      {remote.kind === 'loading' && <LoadingPage label="Reading the projects" />}
      {remote.kind === 'ready' && remote.value.length === 0 && (
        <EmptyState
          header="No projects to show"
          description="You do not have permission to browse any project on this site. Switch to another user at the top right."
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
