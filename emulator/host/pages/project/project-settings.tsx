import { readProjectModules } from '../../api/modules';
import type { ProjectDetails } from '../../api/projects';
import { AppPage } from '../app-pages/app-page';
import { LoadingPage, ProblemPage } from '../page-states';
import { useRemote } from '../remote';
import { SettingsFrame } from '../settings/settings-frame';
import { ProjectFacts } from './project-facts';

interface ProjectSettingsProps {
  readonly project: ProjectDetails;
  readonly moduleKey: string | undefined;
  readonly mayAdminister: boolean;
}

/** For administrators of the project; anybody else is told so. */
export function ProjectSettings({ project, moduleKey, mayAdminister }: ProjectSettingsProps) {
  if (!mayAdminister) {
    return (
      <ProblemPage
        problem={{
          kind: 'refused',
          status: 403,
          messages: [
            `Only administrators of ${project.name} can change its settings. Ask one of them, or switch user.`,
          ],
          fieldErrors: {},
        }}
      />
    );
  }
  return <Settings project={project} moduleKey={moduleKey} />;
}

function Settings({ project, moduleKey }: Omit<ProjectSettingsProps, 'mayAdminister'>) {
  const { remote, reload } = useRemote(`settings-pages-${project.key}`, () =>
    readProjectModules('jira:projectSettingsPage', project.key),
  );
  if (remote.kind === 'loading') return <LoadingPage label="Reading the settings" />;
  if (remote.kind !== 'ready') return <ProblemPage problem={remote} onRetry={reload} />;
  return (
    <SettingsFrame
      label="Project settings"
      base={`/projects/${encodeURIComponent(project.key)}/settings`}
      first="Details"
      modules={remote.value}
      moduleKey={moduleKey}
    >
      {moduleKey === undefined ? (
        <ProjectFacts project={project} />
      ) : (
        <AppPage modules={remote.value} moduleKey={moduleKey} place={{ kind: 'project', projectKey: project.key }} />
      )}
    </SettingsFrame>
  );
}
