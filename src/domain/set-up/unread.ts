import type { Part, ProjectConfiguration } from './configuration';

/** What of a reading is not known, and who could read it, in sentences; each once. */
export function unreadParts(configuration: ProjectConfiguration): readonly string[] {
  const { workflow, emergencyType, appField, kindFields, groups } = configuration;
  const governing = workflow.kind === 'read' ? workflow.value : null;
  const parts: readonly (Part<unknown> | undefined)[] = [
    emergencyType?.enabled,
    configuration.unusedStatuses,
    workflow,
    governing?.otherTypes,
    governing?.otherProjects,
    configuration.workflowScheme,
    configuration.screens,
    configuration.transitionScreens,
    appField?.onScreens,
    ...kindFields.map(({ onScreens }) => onScreens),
    configuration.permissions,
    ...groups.map(({ found }) => found),
  ];
  const sentences = parts.flatMap((part) =>
    part?.kind === 'unreadable' ? [`Not read: ${part.what}. Who could read it: ${part.who}.`] : [],
  );
  return [...new Set(sentences)];
}
