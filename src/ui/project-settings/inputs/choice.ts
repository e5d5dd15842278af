import type { Choice } from '../../../api-settings';

/** The values of what a Select handed over: an option, several, or nothing. */
export function chosenValues(picked: unknown): string[] {
  const options: readonly unknown[] = Array.isArray(picked) ? picked : [picked];
  return options.flatMap((option) =>
    typeof option === 'object' && option !== null && 'value' in option && typeof option.value === 'string'
      ? [option.value]
      : [],
  );
}

export const choicesOf = (names: readonly string[]): readonly Choice[] =>
  names.map((name) => ({ value: name, label: name }));

/** The choices, and before them what is chosen and is no choice any more, so that it stays in sight. */
export const withChosen = (choices: readonly Choice[], chosen: readonly string[]): Choice[] => [
  ...chosen.filter((value) => !choices.some((one) => one.value === value)).map((value) => ({ value, label: value })),
  ...choices,
];
