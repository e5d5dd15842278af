import { complianceFilters } from './filters';
import { byHand, listed, type SetUpStep, step, there, toDo } from './set-up-step';
import type { Reading } from './workflow-target';

export function filtersStep({ configuration, facts }: Reading): SetUpStep {
  const { appField, project } = configuration;
  if (appField === null) {
    return step(
      'filters',
      byHand('The field EmergencyChange of the app is not on this site. Install the app anew, and come back here.'),
    );
  }
  const wanted = complianceFilters(project.key, appField.name);
  const missing = wanted
    .filter(({ name, jql }) => !facts.filters.some((one) => one.name === name && one.jql === jql && one.isShared))
    .map((filter) => ({
      ...filter,
      filterId: facts.filters.find((one) => one.isOwn && one.name === filter.name)?.id ?? null,
    }));
  if (missing.length === 0) {
    return step('filters', there(`The ${wanted.length} filters are there and shared with ${project.key}.`));
  }
  return step(
    'filters',
    toDo(
      `Makes ${missing.length} filters that belong to you and are shared with everybody who sees ${project.key}: ${listed(missing.map(({ name }) => name))}.`,
      { kind: 'filters', projectId: project.projectId, filters: missing },
    ),
  );
}
