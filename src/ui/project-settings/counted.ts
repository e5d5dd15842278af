/** "1 day", "3 days"; "some days" while the number is not there. */
export const counted = (count: number, one: string): string =>
  `${Number.isNaN(count) ? 'some' : count} ${count === 1 ? one : `${one}s`}`;
