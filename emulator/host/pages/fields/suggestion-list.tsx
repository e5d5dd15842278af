import type { ReactNode } from 'react';

interface SuggestionListProps<Item> {
  readonly id: string;
  readonly label: string;
  readonly items: readonly Item[];
  readonly active: number;
  readonly keyOf: (item: Item) => string;
  readonly draw: (item: Item) => ReactNode;
  readonly onTake: (item: Item) => void;
}

/** The id of one suggestion, for `aria-activedescendant`. */
export const suggestionId = (listId: string, index: number): string => `${listId}-${index}`;

/** What may be typed next, below the field that keeps the focus. */
export function SuggestionList<Item>({ id, label, items, active, keyOf, draw, onTake }: SuggestionListProps<Item>) {
  return (
    <ul id={id} role="listbox" aria-label={label} className="suggestions">
      {items.map((item, index) => (
        <li
          key={keyOf(item)}
          id={suggestionId(id, index)}
          role="option"
          aria-selected={index === active}
          className="suggestion"
          // A click would take the focus away from the field first.
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(item);
          }}
        >
          {draw(item)}
        </li>
      ))}
    </ul>
  );
}
