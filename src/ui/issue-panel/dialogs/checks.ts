/** What is wrong with what was typed, in words for the field, or true. */
type Check = (text: string) => true | string;

/** The longest text that the ledger takes. */
const MAX_TEXT = 2000;

/** @param missing what to say when nothing was given */
export const isGiven =
  (missing: string, max = MAX_TEXT): Check =>
  (text) =>
    text.trim() === '' ? missing : fits(text, max);

export const isShort: Check = (text) => fits(text, MAX_TEXT);

const fits = (text: string, max: number): true | string =>
  text.trim().length <= max || `Please shorten this to ${max.toLocaleString('en')} characters.`;

/** Only full https addresses are kept. The ledger looks again. */
export const isLink =
  (example: string): Check =>
  (text) => {
    const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
    return url?.protocol === 'https:' || `Give the full https address, such as ${example}.`;
  };
