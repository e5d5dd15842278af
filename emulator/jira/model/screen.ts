export interface ScreenTab {
  readonly id: string;
  readonly name: string;
  readonly fieldIds: readonly string[];
}

/** Which fields are shown; several work types and transitions may share one. */
export interface Screen {
  readonly id: string;
  name: string;
  description: string;
  tabs: readonly ScreenTab[];
}

/** Which screen serves to create, edit and view an issue. */
export interface ScreenScheme {
  readonly id: string;
  name: string;
  description: string;
  screens: { readonly default: string; readonly create?: string; readonly edit?: string; readonly view?: string };
}

/** Which screen scheme serves a work type. */
export interface IssueTypeScreenScheme {
  readonly id: string;
  name: string;
  description: string;
  defaultScreenSchemeId: string;
  /** Work type id -> screen scheme id. */
  mappings: Readonly<Record<string, string>>;
}
