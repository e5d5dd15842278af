/** The modules of a manifest that the host pages show, by their type. */
export const UI_MODULE_KINDS = [
  'jira:issuePanel',
  'jira:issueContext',
  'jira:projectPage',
  'jira:projectSettingsPage',
  'jira:adminPage',
  'jira:globalPage',
] as const;

export type UiModuleKind = (typeof UI_MODULE_KINDS)[number];

export const isUiModuleKind = (text: string): text is UiModuleKind => UI_MODULE_KINDS.some((kind) => kind === text);
