import type { Issue } from './model/issue';

/** The summary of an issue; empty only where the site was made without one. */
export const summaryOf = ({ fields }: Pick<Issue, 'fields'>): string =>
  typeof fields.summary === 'string' ? fields.summary : '';
