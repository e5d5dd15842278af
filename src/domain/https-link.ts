import { MAX_LINK } from './content';
import { type Refusal, refuse } from './refusal';

/** The link as the ledger keeps it, or why it is not taken: only full https addresses, without a password in them. */
export function readLink(text: string, example: string): string | Refusal {
  const given = text.trim();
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    return refuse('bad-input', `Give the full https address, such as ${example}.`);
  }
  return url.href.length > MAX_LINK ? refuse('too-long', `The link may have ${MAX_LINK} characters.`) : url.href;
}
