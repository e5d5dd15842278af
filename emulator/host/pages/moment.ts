/** Jira writes the offset without a colon, which not every `Date` reads. */
export const momentOf = (text: string): Date => new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const MINUTE: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

const formatter = (options: Intl.DateTimeFormatOptions) => (moment: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(moment);

export const dayAndTime = formatter({ ...DAY, ...MINUTE });
export const day = formatter(DAY);
export const clockText = formatter({ weekday: 'short', day: 'numeric', month: 'short', ...MINUTE });
