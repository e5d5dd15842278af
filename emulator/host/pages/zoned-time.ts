const PARTS = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

/** The moment as an `<input type="datetime-local">` holds it, in that time zone: `2026-11-24T09:00`. */
export function zonedText(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { ...PARTS, timeZone }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The moment at which clocks of that time zone show the text; undefined for what is no time. Of an hour that comes
 * twice it is either one, and of one that is left out the moment just after.
 */
export function zonedMoment(text: string, timeZone: string): Date | undefined {
  // What is no date at all may still be one to `Date`.
  const asUtc = /^\d{4,}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Date.parse(`${text}:00Z`) : NaN;
  if (Number.isNaN(asUtc)) return undefined;
  const offsetAt = (moment: number) => Date.parse(`${zonedText(new Date(moment), timeZone)}:00Z`) - moment;
  const guess = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(guess));
}
