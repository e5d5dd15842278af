/** What is wrong with what was given, in words for the field, or true. A field that was cleared may give anything. */
type Check = (given: unknown) => true | string;

/** The longest text that the ledger takes. */
const MAX_TEXT = 2000;

const textOf = (given: unknown): string => (typeof given === 'string' ? given.trim() : '');

/** @param missing what to say when nothing was given */
export const isGiven =
  (missing: string, max = MAX_TEXT): Check =>
  (given) =>
    textOf(given) === '' ? missing : fits(given, max);

export const isShort: Check = (given) => fits(given, MAX_TEXT);

const fits = (given: unknown, max: number): true | string =>
  textOf(given).length <= max || `Please shorten this to ${max.toLocaleString('en')} characters.`;

/** Only full https addresses are kept. The ledger looks again. */
export const isLink =
  (example: string): Check =>
  (given) => {
    const text = textOf(given);
    return (
      (URL.canParse(text) && new URL(text).protocol === 'https:') || `Give the full https address, such as ${example}.`
    );
  };

export const isDay: Check = (given) => /^\d{4}-\d\d-\d\d$/.test(textOf(given)) || 'Please choose a day.';

export const isTime: Check = (given) => /^\d\d:\d\d$/.test(textOf(given)) || 'Please give the time of day.';
