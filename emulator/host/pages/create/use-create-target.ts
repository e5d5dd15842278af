import { useState } from 'react';
import { readCreatableWorkTypes } from '../../api/create-meta';
import type { Project, WorkType } from '../../api/issue-shape';
import { readProjects } from '../../api/issues';
import { ok } from '../../api/reply';
import { type Loaded, useRemote } from '../remote';
import { type Route, routeOf, useAddress } from '../router';

/** Where an issue will be created, and as what: chosen, or else what the page the person is on suggests. */
export interface CreateTarget {
  readonly projects: Loaded<readonly Project[]>;
  readonly project: Project | undefined;
  readonly chooseProject: (id: string) => void;
  readonly workTypes: Loaded<readonly WorkType[]>;
  readonly workType: WorkType | undefined;
  readonly chooseWorkType: (id: string) => void;
}

export function useCreateTarget(): CreateTarget {
  const here = projectHere(routeOf(useAddress()));
  const [projectId, chooseProject] = useState<string>();
  const [workTypeId, chooseWorkType] = useState<string>();
  const projects = useRemote('projects', readProjects);
  const offered = projects.remote.kind === 'ready' ? projects.remote.value : [];
  const project = offered.find(({ id }) => id === projectId) ?? offered.find(({ key }) => key === here) ?? offered[0];
  const workTypes = useRemote(`work-types-${project?.id ?? ''}`, () =>
    project === undefined ? Promise.resolve(ok([])) : readCreatableWorkTypes(project.id),
  );
  const types = workTypes.remote.kind === 'ready' ? workTypes.remote.value : [];
  const workType = types.find(({ id }) => id === workTypeId) ?? types.find(({ subtask }) => !subtask) ?? types[0];
  return { projects, project, chooseProject, workTypes, workType, chooseWorkType };
}

function projectHere(route: Route): string | undefined {
  if (route.kind === 'issues') return route.project;
  return route.kind === 'issue' ? route.key.replace(/-\d+$/, '') : undefined;
}
