import { GROUP_ROLES } from '../policy';
import { complianceFilters } from './filters';
import { NEEDED_PERMISSIONS } from './needed-permissions';
import { KINDS, MARK } from './own-names';
import { byHand, listed, type SetUpStep, step, there, toDo, waits } from './set-up-step';
import type { Reading } from './workflow-step';

export function workTypeStep({ configuration, policy }: Reading): SetUpStep {
  const { emergencyType, project } = configuration;
  const description = `A change that cannot wait for the ordinary procedure. ${MARK}`;
  const marks = 'and marks it, so that the app follows its issues and shows its panel on them';
  if (emergencyType === null) {
    return step(
      'work-type',
      project.style === 'team-managed'
        ? byHand(
            `In a team-managed project only a person can make a work type: open Project settings, then Work types, choose Add work type and Create your own, name it ${policy.workType}, and save. Then come back here.`,
          )
        : toDo(`Makes the work type ${policy.workType} of the site, ${marks}.`, {
            kind: 'work-type',
            typeId: null,
            name: policy.workType,
            description,
          }),
    );
  }
  const { id, name, enabled } = emergencyType;
  if (enabled.kind === 'unreadable') {
    return step(
      'work-type',
      byHand(`Whether ${name} is marked for the app could not be read. That takes ${enabled.who}.`),
    );
  }
  return step(
    'work-type',
    enabled.value
      ? there(`${name} is there and marked for the app.`)
      : toDo(`Takes the work type ${name} that is there, ${marks}.`, {
          kind: 'work-type',
          typeId: id,
          name,
          description,
        }),
  );
}

export function kindFieldStep({ configuration, policy, facts }: Reading): SetUpStep {
  const { kindFields, emergencyType, project } = configuration;
  const name = policy.kindField;
  const description = `${MARK} What makes the issue a critical one.`;
  if (kindFields.length > 1) {
    return step(
      'kind-field',
      byHand(`The site has ${kindFields.length} fields called ${name}. Rename all but one of them.`),
    );
  }
  const [found] = kindFields;
  if (found === undefined && project.style === 'team-managed') {
    return step(
      'kind-field',
      byHand(
        `Open Project settings, then Work types, choose ${policy.workType}, add a field of the type Dropdown called ${name} with the options ${listed(KINDS)}, and save.`,
      ),
    );
  }
  const { kindField } = facts;
  if (found !== undefined && (kindField === null || project.style === 'team-managed')) {
    return step('kind-field', there(`${name} is there.`));
  }
  if (emergencyType === null) {
    const will = `${found === undefined ? 'Makes' : 'Completes'} the field ${name} with the options ${listed(KINDS)}, for work of the type ${policy.workType}.`;
    return step('kind-field', waits('work-type', will));
  }
  const isLimited = kindField !== null && kindField.typeIds !== null;
  const isOurs = kindField === null || kindField.description.includes(MARK);
  const lacksType = isLimited ? !kindField.typeIds.includes(emergencyType.id) : isOurs;
  const addOptions = (kindField?.options ?? []).length === 0 ? KINDS : [];
  if (kindField !== null && addOptions.length === 0 && !lacksType) {
    return step('kind-field', there(`${name} is there, with the options ${listed(kindField.options)}.`));
  }
  const said = [
    kindField === null
      ? `Makes the field ${name}, of which one value is chosen`
      : `Takes the field ${name} that is there`,
    ...(addOptions.length === 0 ? [] : [`with the options ${listed(addOptions)}`]),
    ...(lacksType ? [`for work of the type ${emergencyType.name}`] : []),
  ].join(', ');
  return step(
    'kind-field',
    toDo(`${said}.`, {
      kind: 'kind-field',
      field: kindField,
      name,
      description,
      addOptions,
      addTypeId: lacksType ? emergencyType.id : null,
    }),
  );
}

/** Only looked at: the app gives itself nothing, and the scheme of permissions is the project's own. */
export function permissionsStep({ configuration: { permissions, project }, policy }: Reading): SetUpStep {
  if (permissions.kind === 'unreadable') {
    return step('permissions', byHand(`The permissions of the app could not be read. That takes ${permissions.who}.`));
  }
  const namesRoles = GROUP_ROLES.some((role) => policy.groups[role].some(({ kind }) => kind === 'role'));
  const missing = NEEDED_PERMISSIONS.filter(
    ({ key, onlyForRoles }) => (namesRoles || !onlyForRoles) && !permissions.value.includes(key),
  );
  if (missing.length === 0) return step('permissions', there('The app has the permissions that it needs.'));
  const here = missing.filter(({ scope }) => scope === 'project').map(({ name }) => name);
  const onSite = missing.filter(({ scope }) => scope === 'site').map(({ name }) => name);
  return step(
    'permissions',
    byHand(
      [
        ...(here.length === 0
          ? []
          : [
              `In ${project.key}, open Project settings, then Permissions, and add the app, or the role of apps (atlassian-addons-project-access), to ${listed(here)}.`,
            ]),
        ...(onSite.length === 0 ? [] : [`In the global permissions of Jira, add the app to ${listed(onSite)}.`]),
        `Without: ${missing.map(({ without }) => without).join('; ')}.`,
      ].join(' '),
    ),
  );
}

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
