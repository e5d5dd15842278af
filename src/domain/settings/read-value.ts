/** What is wrong with one field of the input. `field` is its path, such as `rules.notifyWithinMinutes`. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** Enough to mend a form by; hostile input does not get a message for each of its entries. */
const MAX_PROBLEMS = 20;

/** The first problems, as many as are worth showing. */
export const shown = (problems: readonly FieldProblem[]): readonly FieldProblem[] => problems.slice(0, MAX_PROBLEMS);

/** A value that anybody may have made, where it stands, and where its problems go. Nothing that reads one throws. */
export interface Given {
  readonly value: unknown;
  readonly field: string;
  readonly problems: FieldProblem[];
}

export const given = (value: unknown, field = ''): Given => ({ value, field, problems: [] });

export const complain = ({ field, problems }: Given, message: string): void => {
  problems.push({ field, message });
};

/** Own members only. One that is not known is a problem, so that no misspelt setting is lost. */
export function membersOf<Key extends string>(whole: Given, known: readonly Key[]): (key: Key) => Given {
  const { value, field, problems } = whole;
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  const members = new Map<string, unknown>(isRecord ? Object.entries(value) : []);
  const unknown = [...members.keys()].find((key) => !known.some((one) => one === key));
  if (!isRecord) complain(whole, `Expected ${known.join(', ')}.`);
  else if (unknown !== undefined) complain(whole, `${quoted(unknown)} is not one of ${known.join(', ')}.`);
  return (key) => ({
    value: members.get(key),
    field: field === '' ? key : `${field}.${key}`,
    // What is missing because all of it is missing is said once.
    problems: isRecord ? problems : [],
  });
}

/** The entries of a list; none where there are more than `most`. `what` names them: "groups". */
export function itemsOf(list: Given, { most, what }: { readonly most: number; readonly what: string }): Given[] {
  const { value, field, problems } = list;
  if (!Array.isArray(value)) complain(list, `Give a list of ${what}; it may be empty.`);
  else if (value.length > most) complain(list, `At most ${most} ${what}; these are ${value.length}.`);
  else return Array.from(value, (item: unknown, index) => ({ value: item, field: `${field}[${index}]`, problems }));
  return [];
}

/** Text without the blanks around it. `missing` says what to enter. */
export function readText(text: Given, { most, missing }: { readonly most: number; readonly missing: string }): string {
  const { value } = text;
  if (typeof value !== 'string') complain(text, missing);
  else if (value.length > most) complain(text, `At most ${most} characters; these are ${value.length}.`);
  // Half of a surrogate pair has no canonical JSON, so it could not be hashed into the chain.
  else if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value)) complain(text, 'This has characters that cannot be shown.');
  else if (!/[^\p{Cf}\s]/u.test(value)) complain(text, missing);
  else return value.trim();
  return '';
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export function readWhole(number: Given, { least, most }: Bounds): number {
  const { value } = number;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  complain(number, `Give a whole number from ${least} to ${most}.`);
  return least;
}

export function readFlag(flag: Given): boolean {
  if (typeof flag.value === 'boolean') return flag.value;
  complain(flag, 'Say yes or no.');
  return false;
}

export function readChoice<Choice extends string>(choice: Given, options: readonly [Choice, ...Choice[]]): Choice {
  const found = options.find((option) => option === choice.value);
  if (found !== undefined) return found;
  complain(choice, `Choose one of ${options.join(', ')}.`);
  return options[0];
}

/** The order of the canonical form: by UTF-16 code units, the same on every machine. */
export const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

export const quoted = (text: string): string => {
  const start = text.slice(0, 40).replace(/[\p{Cc}\p{Cs}]/gu, '\uFFFD');
  return `"${start}${text.length > 40 ? '…' : ''}"`;
};
