import * as v from 'valibot';
import { call } from './call';
import { mapReply, type Reply } from './reply';

const FunctionSchema = v.object({
  value: v.string(),
  displayName: v.string(),
  types: v.optional(v.array(v.string()), []),
});

/** Operators come as text in Jira, functions with their brackets, e.g. `currentUser()`. */
const WordsSchema = v.object({
  visibleFieldNames: v.array(
    v.object({
      value: v.string(),
      displayName: v.string(),
      operators: v.optional(v.array(v.string()), []),
      types: v.optional(v.array(v.string()), []),
    }),
  ),
  visibleFunctionNames: v.optional(v.array(FunctionSchema), []),
});
export type JqlWords = v.InferOutput<typeof WordsSchema>;

export const readJqlWords = (): Promise<Reply<JqlWords>> => call(WordsSchema, '/rest/api/3/jql/autocompletedata');

const SuggestionsSchema = v.object({ results: v.array(v.object({ value: v.string(), displayName: v.string() })) });
export interface JqlSuggestion {
  /** As it goes into the JQL, quoted where it must be. */
  readonly value: string;
  readonly text: string;
}

/** Values of a field that begin like that. */
export async function suggestValues(fieldName: string, fieldValue: string): Promise<Reply<readonly JqlSuggestion[]>> {
  const reply = await call(SuggestionsSchema, '/rest/api/3/jql/autocompletedata/suggestions', {
    query: { fieldName, fieldValue },
  });
  return mapReply(reply, ({ results }) =>
    results.map(({ value, displayName }) => ({
      value,
      // Jira marks what matches in bold, as HTML.
      text: displayName.replace(/<\/?b>/g, ''),
    })),
  );
}
