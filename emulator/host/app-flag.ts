import * as v from 'valibot';

/** A flag that the app wants to show: `FlagOptions` of @forge/bridge. */
export interface AppFlag {
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly tone: 'success' | 'error' | 'warning' | 'information';
  readonly isAutoDismiss: boolean;
  readonly actions: readonly { readonly text: string; readonly onClick: () => void }[];
}

const ActionSchema = v.object({
  text: v.string(),
  onClick: v.custom<() => unknown>((value) => typeof value === 'function'),
});

const FlagSchema = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  title: v.optional(v.string(), ''),
  description: v.optional(v.string()),
  type: v.optional(v.string(), 'info'),
  isAutoDismiss: v.optional(v.boolean(), false),
  actions: v.optional(v.array(ActionSchema), []),
});

const TONES: Readonly<Record<string, AppFlag['tone']>> = { success: 'success', error: 'error', warning: 'warning' };

/** Throws for what is no flag. */
export function parseAppFlag(options: unknown): AppFlag {
  const { type, actions, ...flag } = v.parse(FlagSchema, options);
  return {
    id: flag.id,
    title: flag.title,
    description: flag.description,
    isAutoDismiss: flag.isAutoDismiss,
    tone: TONES[type] ?? 'information',
    actions: actions.map(({ text, onClick }) => ({ text, onClick: () => void onClick() })),
  };
}
