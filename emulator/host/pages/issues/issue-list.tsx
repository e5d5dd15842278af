import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import { jqlText } from '../../api/issue-search';
import type { Project } from '../../api/issue-shape';
import { readProjects } from '../../api/issues';
import { LoadingPage, ProblemPart } from '../page-states';
import { useRemote } from '../remote';
import { navigate } from '../router';
import { FoundIssues } from './found-issues';
import { ProjectFilter } from './project-filter';

interface IssueListProps {
  /** Key of the project to keep to; all that the viewer may see without it. */
  readonly project: string | undefined;
  /** What the address asks for; the issues of the project without it. */
  readonly jql: string | undefined;
  /** Within the pages of a project, which has its own head. */
  readonly isInProject: boolean;
  readonly onCreate: () => void;
}

/** Issues by JQL. The address carries it, so that a search can be kept and sent to somebody. */
export function IssueList(props: IssueListProps) {
  const { project, isInProject } = props;
  const { remote, reload } = useRemote('projects', readProjects);
  return (
    <>
      <div className="page-head">
        <Heading size="large" as="h1">
          Issues
        </Heading>
        {!isInProject && remote.kind === 'ready' && remote.value.length > 0 && (
          <ProjectFilter projects={remote.value} chosen={props.jql === undefined ? project : undefined} />
        )}
      </div>
      {remote.kind === 'loading' && <LoadingPage label="Reading the projects" />}
      {remote.kind === 'ready' && <Issues projects={remote.value} {...props} />}
      {(remote.kind === 'refused' || remote.kind === 'unreachable') && (
        <ProblemPart problem={remote} onRetry={reload} />
      )}
    </>
  );
}

function Issues({ projects, project, jql, onCreate }: IssueListProps & { readonly projects: readonly Project[] }) {
  if (projects.length === 0) {
    return (
      <EmptyState
        header="No projects to show"
        description="You do not have permission to browse any project on this site. Switch to another user at the top right."
      />
    );
  }
  return (
    <FoundIssues
      jql={jql ?? firstJql(project === undefined ? projects.map(({ key }) => key) : [project])}
      onSearch={(next) => navigate(searchAddress(next))}
      onCreate={onCreate}
    />
  );
}

/** Jira refuses a search that nothing narrows down, so the first one names its projects. */
function firstJql(keys: readonly string[]): string {
  const [first = ''] = keys;
  const names = keys.map((key) => (/^[A-Z][A-Z0-9_]*$/.test(key) ? key : jqlText(key)));
  const where = keys.length === 1 ? `project = ${names[0] ?? first}` : `project in (${names.join(', ')})`;
  return `${where} ORDER BY created DESC`;
}

/** The page that is open, asked for something else. */
function searchAddress(jql: string): string {
  const { pathname } = window.location;
  return jql === '' ? pathname : `${pathname}?${new URLSearchParams({ jql }).toString()}`;
}
