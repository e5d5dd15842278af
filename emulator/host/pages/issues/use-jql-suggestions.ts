import { type RefObject, useEffect, useState } from 'react';
import { type JqlWords, readJqlWords, suggestValues } from '../../api/jql-words';
import { whenElsewhere } from '../fields/when-elsewhere';
import { type Completion, jqlWord } from './jql-completion';

export interface Suggestion {
  /** As it goes into the JQL. */
  readonly insert: string;
  readonly text: string;
}

const MOST_SHOWN = 12;
/** A person types on; the site is asked when they pause. */
const PAUSE_MS = 150;
const OPERATORS = ['=', '!=', '~', '!~', '>', '>=', '<', '<=', 'in', 'not in', 'is', 'is not'];
const CONNECTORS = ['AND', 'OR', 'ORDER BY'];
const DIRECTIONS = ['ASC', 'DESC'];

let words: Promise<JqlWords | undefined> | undefined;

/** Asked once for a page: fields and functions do not change while somebody types. */
function jqlWords(): Promise<JqlWords | undefined> {
  words ??= readJqlWords().then((reply) => (reply.kind === 'ok' ? reply.value : undefined));
  return words;
}

/**
 * What may be typed next; empty where the site has nothing to suggest, or says it after the person reached for something
 * outside the field.
 */
export function useJqlSuggestions(
  completion: Completion | undefined,
  field: RefObject<Element | null>,
): readonly Suggestion[] {
  const [found, setFound] = useState<{ readonly key: string; readonly suggestions: readonly Suggestion[] }>();
  const key = completion === undefined ? '' : JSON.stringify(completion);
  useEffect(() => {
    if (completion === undefined) return;
    let isWanted = true;
    const stopWatching = whenElsewhere(
      () => field.current,
      () => {
        isWanted = false;
      },
    );
    const timer = window.setTimeout(() => {
      void suggestionsFor(completion).then((suggestions) => {
        if (isWanted) setFound({ key, suggestions });
      });
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      stopWatching();
      window.clearTimeout(timer);
    };
    // The key holds all of the completion.
  }, [key]);
  return completion !== undefined && found?.key === key ? found.suggestions : [];
}

async function suggestionsFor(completion: Completion): Promise<readonly Suggestion[]> {
  const begins = ({ text, insert }: Suggestion) =>
    [text, insert].some((one) => one.replace(/^"/, '').toLowerCase().startsWith(completion.typed.toLowerCase()));
  const all = await candidates(completion, await jqlWords());
  const fitting = all.filter(begins);
  const isWhole = fitting.length === 1 && fitting[0]?.text.toLowerCase() === completion.typed.toLowerCase();
  return isWhole ? [] : fitting.slice(0, MOST_SHOWN);
}

const plain = (text: string): Suggestion => ({ insert: text, text });

async function candidates(
  { kind, field, typed }: Completion,
  known: JqlWords | undefined,
): Promise<readonly Suggestion[]> {
  const fields = (known?.visibleFieldNames ?? []).map(({ value, displayName }) => ({
    insert: value,
    text: displayName,
  }));
  switch (kind) {
    case 'field':
      return fields;
    case 'order':
      return [...fields, ...DIRECTIONS.map(plain)];
    case 'connector':
      return CONNECTORS.map(plain);
    case 'operator': {
      const operators = fieldNamed(known, field)?.operators ?? [];
      return (operators.length === 0 ? OPERATORS : operators).map(plain);
    }
    case 'value': {
      const reply = await suggestValues(field, typed);
      const values = reply.kind === 'ok' ? reply.value : [];
      const types = fieldNamed(known, field)?.types ?? [];
      const functions = (known?.visibleFunctionNames ?? [])
        .filter((one) => one.types.some((type) => types.includes(type)))
        .map(({ value, displayName }) => ({ insert: value, text: displayName }));
      return [...values.map(({ value, text }) => ({ insert: jqlWord(value), text })), ...functions];
    }
  }
}

const fieldNamed = (known: JqlWords | undefined, name: string) =>
  known?.visibleFieldNames.find(({ value }) => sameWord(value, name));

const sameWord = (one: string, other: string): boolean =>
  one.replaceAll('"', '').toLowerCase() === other.replaceAll('"', '').toLowerCase();
