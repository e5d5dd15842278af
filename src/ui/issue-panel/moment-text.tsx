import { useProductContext } from '@forge/react';

/** The moment in the reader's own language and time zone. */
export function useMomentText(): (moment: string) => string {
  const context = useProductContext();
  // Jira says en_US where Intl wants en-US.
  const locale = context?.locale.replace('_', '-');
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(context?.timezone === undefined ? {} : { timeZone: context.timezone }),
  });
  return (moment) => format.format(new Date(moment));
}
