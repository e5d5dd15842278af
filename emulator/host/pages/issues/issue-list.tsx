import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import type { Project } from '../../api/issue-shape';
import { readProjects } from '../../api/issues';
import { LoadingPage, ProblemPart } from '../page-states';
import { useRemote } from '../remote';
import { IssueTable } from './issue-table';
import { ProjectFilter } from './project-filter';
import { useIssuePages } from './use-issue-pages';

interface IssueListProps {
  /** Key of the project to keep to; all that the viewer may see without it. */
  readonly project: string | undefined;
  readonly onCreate: () => void;
}

export function IssueList({ project, onCreate }: IssueListProps) {
  const { remote, reload } = useRemote('projects', readProjects);
  return (
    <div className="page">
      <div className="page-head">
        <Heading size="large" as="h1">
          Issues
        </Heading>
        {remote.kind === 'ready' && <ProjectFilter projects={remote.value} chosen={project} />}
      </div>
      {remote.kind === 'loading' && <LoadingPage label="Reading the projects" />}
      {remote.kind === 'ready' && <Issues projects={remote.value} project={project} onCreate={onCreate} />}
      {(remote.kind === 'refused' || remote.kind === 'unreachable') && (
        <ProblemPart problem={remote} onRetry={reload} />
      )}
    </div>
  );
}

interface IssuesProps extends IssueListProps {
  readonly projects: readonly Project[];
}

function Issues({ projects, project, onCreate }: IssuesProps) {
  const keys = project === undefined ? projects.map(({ key }) => key) : [project];
  const { issues, problem, hasMore, isReading, readMore } = useIssuePages(keys);
  if (projects.length === 0) {
    return (
      <EmptyState
        header="No projects to show"
        description="You do not have permission to browse any project on this site. Switch to another user at the top right."
      />
    );
  }
  if (issues.length === 0 && isReading) return <LoadingPage label="Reading the issues" />;
  if (issues.length === 0 && problem === undefined) {
    return (
      <EmptyState
        header="No issues yet"
        description="Create the first one, or choose another project."
        primaryAction={
          <Button appearance="primary" onClick={onCreate}>
            Create issue
          </Button>
        }
      />
    );
  }
  return (
    <>
      {issues.length > 0 && <IssueTable issues={issues} />}
      {problem !== undefined && <ProblemPart problem={problem} onRetry={readMore} />}
      {hasMore && (
        <div className="list-more">
          <Button isLoading={isReading} onClick={() => void readMore()}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}
