import * as v from 'valibot';

/** A value of a field in words, as far as these pages can tell; empty for none. */
export function fieldText(json: unknown): string {
  if (json === null || json === undefined) return '';
  if (Array.isArray(json)) return json.map(fieldText).filter(Boolean).join(', ');
  for (const [schema, words] of FORMS) {
    const parsed = v.safeParse(schema, json);
    if (parsed.success) return words(parsed.output);
  }
  return '';
}

const form = <Input>(schema: v.GenericSchema<unknown, Input>, words: (value: Input) => string) =>
  [schema, (value: unknown) => words(v.parse(schema, value))] as const;

/** A list of what an object of an app holds is cut here; the whole of it is for the app to show. */
const MOST_PARTS = 6;

/** The forms that values have in Jira, the most telling first. */
const FORMS = [
  form(v.string(), (text) => text),
  form(v.union([v.number(), v.boolean()]), String),
  form(v.object({ displayName: v.string() }), ({ displayName }) => displayName),
  form(v.object({ key: v.string(), fields: v.object({ summary: v.string() }) }), ({ key }) => key),
  form(v.object({ value: v.string() }), ({ value }) => value),
  form(v.object({ name: v.string() }), ({ name }) => name),
  // An object of a Forge app, as its own words and numbers.
  form(v.record(v.string(), v.unknown()), (parts) =>
    Object.entries(parts)
      .filter(([, part]) => typeof part === 'string' || typeof part === 'number')
      .filter(([, part]) => part !== '' && part !== 'none')
      .slice(0, MOST_PARTS)
      .map(([name, part]) => `${name}: ${String(part)}`)
      .join(', '),
  ),
] as const;
