import type { KeyboardEvent } from 'react';

/** For an input that stands where a value was: it opens at once. */
export interface InPlace {
  readonly label: string;
  /** `done`: Escape, back to the value. `away`: the person is somewhere else already. */
  readonly onLeave: (how: 'done' | 'away') => void;
}

/** What a select needs to be one; nothing in a form. */
export const inPlaceProps = (inPlace: InPlace | undefined) =>
  inPlace === undefined
    ? {}
    : {
        autoFocus: true,
        defaultMenuIsOpen: true,
        label: inPlace.label,
        onBlur: () => inPlace.onLeave('away'),
        onKeyDown: ({ key }: KeyboardEvent) => {
          if (key === 'Escape') inPlace.onLeave('done');
        },
      };
