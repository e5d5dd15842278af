import type { BrokenChain } from '../domain/row';

/** What people are told of a change whose records do not hold. */
export const brokenWords = ({ message }: BrokenChain): string =>
  `${message} These records were changed other than by this app, so that nothing can be judged by them, and the gates stay closed. Tell your auditor and the vendor of the app.`;
