/** What can stand at the caret of a JQL text. */
export interface Completion {
  readonly kind: 'field' | 'operator' | 'value' | 'connector' | 'order';
  /** Of the clause that the caret is in, where there is one. */
  readonly field: string;
  /** What is typed of it so far, without quotes. */
  readonly typed: string;
  /** Where it begins in the text. */
  readonly start: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[()[\],]|[=!<>~]+|[^\s()",'=!<>~]+/g;
const WORD_OPERATORS = new Set(['in', 'is', 'was', 'changed']);
const isOperator = (token: string): boolean => /^[=!<>~]+$/.test(token) || WORD_OPERATORS.has(token.toLowerCase());
const bare = (token: string): string => token.replace(/^["']/, '').replace(/["']$/, '');

/** Told from what is before the caret. */
export function completionAt(jql: string, caret: number): Completion {
  const tokens = [...jql.slice(0, caret).matchAll(TOKEN)];
  const last = tokens.at(-1);
  const isTyping = last !== undefined && last.index + last[0].length === caret && !/^[(),=!<>~]+$/.test(last[0]);
  const words = (isTyping ? tokens.slice(0, -1) : tokens).map(([token]) => token);
  const { kind, field } = words.reduce(after, START);
  return { kind, field, typed: isTyping ? bare(last[0]) : '', start: isTyping ? last.index : caret };
}

interface Place extends Pick<Completion, 'kind' | 'field'> {
  /** Of brackets around a list of values. */
  readonly depth: number;
}

const START: Place = { kind: 'field', field: '', depth: 0 };

/** Reads JQL from the left: field, operator, value, connector. */
function after(place: Place, token: string): Place {
  const word = token.toLowerCase();
  if (word === 'order' && place.kind !== 'value') return { ...START, kind: 'order' };
  switch (place.kind) {
    case 'field':
      return token === '(' || word === 'not' ? place : { kind: 'operator', field: bare(token), depth: 0 };
    case 'operator':
      return isOperator(token) ? { ...place, kind: 'value' } : place;
    case 'value':
      return afterValue(place, token);
    case 'connector':
      return word === 'and' || word === 'or' ? START : place;
    case 'order':
      return place;
  }
}

function afterValue(place: Place, token: string): Place {
  if (token === '(') return { ...place, depth: place.depth + 1 };
  if (token === ')') return place.depth > 1 ? { ...place, depth: place.depth - 1 } : { ...START, kind: 'connector' };
  const isOver = place.depth === 0 && !isOperator(token) && token.toLowerCase() !== 'not';
  return isOver ? { ...START, kind: 'connector' } : place;
}

/** A value as JQL takes it: quoted where it is more than a word. */
export const jqlWord = (value: string): string =>
  /^[\w.-]+(\(.*\))?$/.test(value) || /^["']/.test(value) ? value : `"${value.replaceAll('"', '\\"')}"`;
