import { type KeyboardEvent, useEffect, useState } from 'react';

/**
 * The keys of a list of suggestions: arrows choose, Enter and Tab take, Escape closes. A key that was used goes no
 * further: Escape would also close the dialog around it.
 */
export function useActiveItem<Item>(
  items: readonly Item[],
  options: { readonly first: number; readonly onTake: (item: Item) => void; readonly onClose: () => void },
) {
  const { first, onTake, onClose } = options;
  const [active, setActive] = useState(first);
  useEffect(() => setActive(first), [items, first]);
  const press = (event: KeyboardEvent): void => {
    if (items.length === 0) return;
    const chosen = items[active];
    if (event.key === 'ArrowDown') setActive((active + 1) % items.length);
    else if (event.key === 'ArrowUp') setActive((active <= 0 ? items.length : active) - 1);
    else if (event.key === 'Escape') onClose();
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) onTake(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { active, press };
}
