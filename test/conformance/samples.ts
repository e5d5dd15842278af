import { APP_FIELDS } from './exchanges/app-fields';
import { ATTACHMENTS } from './exchanges/attachments';
import { BULK } from './exchanges/bulk';
import { COMPONENTS } from './exchanges/components';
import { EXPRESSIONS } from './exchanges/expressions';
import { FIELDS } from './exchanges/fields';
import { FILTERS } from './exchanges/filters';
import { GROUPS_AND_PERMISSIONS } from './exchanges/groups-and-permissions';
import { HISTORY_AND_COMMENTS } from './exchanges/history-and-comments';
import { ISSUES } from './exchanges/issues';
import { ISSUE_TYPES } from './exchanges/issue-types';
import { LINKS } from './exchanges/links';
import { PEOPLE } from './exchanges/people';
import { PROJECTS } from './exchanges/projects';
import { ROLES } from './exchanges/roles';
import { SCREENS } from './exchanges/screens';
import { SEARCH } from './exchanges/search';
import { SITE } from './exchanges/site';
import { STATUSES } from './exchanges/statuses';
import { TASKS } from './exchanges/tasks';
import { WATCHING_AND_MAIL } from './exchanges/watching-and-mail';
import { WORKFLOW_SCHEMES } from './exchanges/workflow-schemes';
import { WORKFLOWS } from './exchanges/workflows';
import type { Sample } from './support/sample';

/** One file a family of operations; an operation that is in none of them fails `operations.test.ts`. */
export const SAMPLES: readonly Sample[] = [
  ...APP_FIELDS,
  ...ATTACHMENTS,
  ...BULK,
  ...COMPONENTS,
  ...EXPRESSIONS,
  ...FIELDS,
  ...FILTERS,
  ...GROUPS_AND_PERMISSIONS,
  ...HISTORY_AND_COMMENTS,
  ...ISSUES,
  ...ISSUE_TYPES,
  ...LINKS,
  ...PEOPLE,
  ...PROJECTS,
  ...ROLES,
  ...SCREENS,
  ...SEARCH,
  ...SITE,
  ...STATUSES,
  ...TASKS,
  ...WATCHING_AND_MAIL,
  ...WORKFLOW_SCHEMES,
  ...WORKFLOWS,
];

export const samplesOf = (operationId: string): readonly Sample[] => SAMPLES.filter(({ op }) => op === operationId);

export const succeeds = ({ status }: Sample): boolean => status < 400;
