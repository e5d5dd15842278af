import { route } from '@forge/api';
import * as v from 'valibot';
import { type ProjectConfiguration, valueOf } from '../../../domain/set-up/configuration';
import { isOwn, ownNames } from '../../../domain/set-up/own-names';
import type { SiteFacts } from '../../../domain/set-up/site-facts';
import { postJson } from '../request';
import { readFilters } from './filters';
import { readKindField } from './kind-field';
import { readScreenNames } from './screens';
import { readStatuses } from './statuses';
import { readTask } from './task';
import { readSchemeNamed, readSchemeOf } from './workflow-schemes';
import { readWorkflowNamed } from './workflows';
import { readTypeSchemeNamed, readTypeSchemeOf } from './work-types';

/** About twenty calls with the rights of the person; of a team-managed project some ten. */
export async function readFacts(configuration: ProjectConfiguration, taskId: string | null): Promise<SiteFacts> {
  const { project, kindFields } = configuration;
  const { projectId } = project;
  const isOwnedByProject = project.style === 'team-managed';
  const names = ownNames(project.key);
  const screens = valueOf(configuration.screens) ?? null;
  const [kindField] = kindFields;
  const [statuses, scheme, typeScheme, ownWorkflow, kind, hasIssues, screenNames, filters, task] = await Promise.all([
    readStatuses(isOwnedByProject ? { kind: 'project', projectId } : { kind: 'global' }),
    readSchemeOf(projectId),
    isOwnedByProject ? null : readTypeSchemeOf(projectId),
    readWorkflowNamed(names.workflow),
    isOwnedByProject || kindField === undefined || kindFields.length > 1 ? null : readKindField(kindField.id),
    hasIssuesIn(projectId),
    isOwnedByProject || screens === null ? {} : readScreenNames(screens),
    readFilters(projectId),
    taskId === null ? null : readTask(taskId),
  ]);
  const [ownScheme, ownTypeScheme] = await Promise.all([
    isOwnedByProject || isOwn(scheme) ? null : readSchemeNamed(names.scheme),
    typeScheme === null || isOwn(typeScheme) ? null : readTypeSchemeNamed(names.typeScheme),
  ]);
  return {
    statuses,
    scheme,
    typeScheme,
    ownWorkflow,
    kindField: kind,
    hasIssues,
    screenNames,
    filters,
    task,
    ownScheme,
    ownTypeScheme,
  };
}

const FoundShape = v.object({ issues: v.array(v.unknown()) });

async function hasIssuesIn(projectId: string): Promise<boolean> {
  const body = { jql: `project = ${Number(projectId)}`, maxResults: 1 };
  const { issues } = await postJson('person', route`/rest/api/3/search/jql`, body, FoundShape);
  return issues.length > 0;
}
