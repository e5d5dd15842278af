import { useLayoutEffect, useRef, useState } from 'react';

/**
 * The text of a field whose value the app holds. The app answers a little later than a person types, so what is typed
 * stays on screen, and an answer to an earlier key is no reason to take a later one back. A text that nobody typed
 * here is the app's own and replaces what is shown. Undefined where the app leaves the text to the field.
 */
export function useTypedText(held: string | undefined): readonly [string | undefined, (typed: string) => void] {
  const [shown, setShown] = useState(held);
  const unanswered = useRef<readonly string[]>([]);

  useLayoutEffect(() => {
    const answered = held === undefined ? -1 : unanswered.current.indexOf(held);
    if (answered >= 0) {
      unanswered.current = unanswered.current.slice(answered + 1);
      return;
    }
    unanswered.current = [];
    setShown(held);
  }, [held]);

  const type = (typed: string) => {
    if (held === undefined) return;
    unanswered.current = [...unanswered.current, typed];
    setShown(typed);
  };
  return [held === undefined ? undefined : shown, type];
}
