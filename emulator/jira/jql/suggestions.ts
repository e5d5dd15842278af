import { JastBuilder } from '@atlaskit/jql-ast';
import type { Asking } from './asking';
import { findField } from './fields/find-field';
import type { Suggestion } from './fields/jql-field';
import { PEOPLE } from './fields/people-fields';
import { JqlProblem } from './problem';
import { quoted } from './reference-data';

const MOST = 15;

/** Values that a person may mean who typed the beginning of a word of them, with that part in bold as HTML. */
export function suggestions(fieldName: string, typed: string, asking: Asking) {
  const parsed = new JastBuilder().build(`${quotedName(fieldName)} = x`).query?.where;
  if (typeof parsed !== 'object' || parsed.clauseType !== 'terminal') return [];
  return chosen(
    suggested(() => findField(parsed.field, asking.store).suggest?.(asking) ?? []),
    typed,
  );
}

/** The same for the people after BY. */
export const peopleSuggestions = (typed: string, asking: Asking) => chosen(PEOPLE.suggest(asking), typed);

const quotedName = (name: string) => (name.startsWith('"') || name.startsWith('cf[') ? name : quoted(name));

/** A field that Jira does not know suggests nothing. */
function suggested(read: () => readonly Suggestion[]): readonly Suggestion[] {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof JqlProblem) return [];
    throw failure;
  }
}

const chosen = (all: readonly Suggestion[], typed: string) =>
  all
    .filter(({ text }) => beginsIn(text, typed) !== -1)
    .slice(0, MOST)
    .map(({ value, text }) => ({ value: quoted(value), displayName: marked(text, typed) }));

/** Where a word of the text begins like that; -1 if none does. */
function beginsIn(text: string, typed: string): number {
  const [small, wanted] = [text.toLowerCase(), typed.trim().toLowerCase()];
  for (let at = small.indexOf(wanted); at !== -1; at = small.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(small[at - 1] ?? '')) return at;
  }
  return -1;
}

function marked(text: string, typed: string): string {
  const at = beginsIn(text, typed);
  const { length } = typed.trim();
  if (length === 0) return html(text);
  return `${html(text.slice(0, at))}<b>${html(text.slice(at, at + length))}</b>${html(text.slice(at + length))}`;
}

const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
