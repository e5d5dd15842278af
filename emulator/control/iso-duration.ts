const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const MILLISECONDS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000] as const;

/** The milliseconds of an ISO 8601 duration of weeks to seconds, as `PT1H` or `P1DT30M`; undefined for anything else. */
export function isoDuration(text: string): number | undefined {
  const parts: readonly (string | undefined)[] = DURATION.exec(text)?.slice(1) ?? [];
  if (parts.every((part) => part === undefined)) return undefined;
  return MILLISECONDS.reduce((sum, unit, place) => sum + unit * Number(parts[place] ?? 0), 0);
}
