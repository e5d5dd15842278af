import type { ReactNode } from 'react';
import { readProjectModules } from '../../api/modules';
import { readAdministersProject } from '../../api/permissions';
import { type ProjectDetails, readProject } from '../../api/projects';
import { AppPage } from '../app-pages/app-page';
import { IssueList } from '../issues/issue-list';
import { LoadingPage, ProblemPage } from '../page-states';
import { usePageTitle } from '../page-title';
import { useRemote } from '../remote';
import type { ProjectPlace } from '../router';
import { ProjectHead } from './project-head';
import { ProjectSettings } from './project-settings';

interface ProjectPageProps {
  readonly projectKey: string;
  readonly page: ProjectPlace;
  readonly jql: string | undefined;
  readonly onCreate: () => void;
}

/** A project: its issues, the app's pages, and its settings for those who may change them. */
export function ProjectPage({ projectKey, ...props }: ProjectPageProps) {
  const { remote, reload } = useRemote(`project-${projectKey}`, () => readProject(projectKey));
  usePageTitle(remote.kind === 'ready' ? remote.value.name : undefined);
  switch (remote.kind) {
    case 'loading':
      return <LoadingPage label={`Reading ${projectKey}`} />;
    case 'ready':
      return <Within project={remote.value} {...props} />;
    default:
      return <ProblemPage problem={remote} onRetry={reload} />;
  }
}

type WithinProps = Omit<ProjectPageProps, 'projectKey'> & { readonly project: ProjectDetails };

function Within({ project, page, jql, onCreate }: WithinProps) {
  const { remote: pages } = useRemote(`project-pages-${project.key}`, () =>
    readProjectModules('jira:projectPage', project.key),
  );
  const { remote: administers } = useRemote(`administers-${project.key}`, () => readAdministersProject(project.key));
  const modules = pages.kind === 'ready' ? pages.value : [];
  const content = (): ReactNode => {
    switch (page.kind) {
      case 'issues':
        return <IssueList project={project.key} jql={jql} isInProject onCreate={onCreate} />;
      case 'app':
        return pages.kind === 'loading' ? (
          <LoadingPage label="Opening the page" />
        ) : (
          <AppPage modules={modules} moduleKey={page.moduleKey} place={{ kind: 'project', projectKey: project.key }} />
        );
      case 'settings':
        return administers.kind === 'loading' ? (
          <LoadingPage label="Opening the settings" />
        ) : (
          <ProjectSettings
            project={project}
            moduleKey={page.moduleKey}
            mayAdminister={administers.kind === 'ready' && administers.value}
          />
        );
    }
  };
  return (
    <div className="page">
      <ProjectHead
        project={project}
        page={page}
        modules={modules}
        hasSettings={administers.kind === 'ready' && administers.value}
      />
      {content()}
    </div>
  );
}
