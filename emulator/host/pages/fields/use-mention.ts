import { type RefObject, useEffect, useState } from 'react';
import type { Person } from '../../api/issue-shape';
import { findPeople } from '../../api/people';
import { whenElsewhere } from './when-elsewhere';

const MOST_SHOWN = 6;
/** A person types on; the site is asked when they pause. */
const PAUSE_MS = 150;
const NOBODY: readonly Person[] = [];

/**
 * People whose names begin like what is typed; nobody while no mention is being typed, nor when the answer comes after
 * the person reached for something outside the field: the list would lie over it.
 */
export function useMention(typed: string | undefined, field: RefObject<Element | null>): readonly Person[] {
  const [found, setFound] = useState<{ readonly typed: string; readonly people: readonly Person[] }>();
  useEffect(() => {
    if (typed === undefined) return;
    let isWanted = true;
    const stopWatching = whenElsewhere(
      () => field.current,
      () => {
        isWanted = false;
      },
    );
    const timer = window.setTimeout(() => {
      void findPeople(typed).then((reply) => {
        const people = reply.kind === 'ok' ? reply.value.filter((person) => isMeant(person, typed)) : NOBODY;
        if (isWanted) setFound({ typed, people: people.slice(0, MOST_SHOWN) });
      });
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      stopWatching();
      window.clearTimeout(timer);
    };
  }, [typed, field]);
  return typed !== undefined && found?.typed === typed ? found.people : NOBODY;
}

/** The search also finds by e-mail address, which nobody sees here. */
function isMeant({ displayName, accountType }: Person, typed: string): boolean {
  const name = displayName.toLowerCase();
  const begun = typed.toLowerCase();
  return accountType !== 'app' && (name.startsWith(begun) || name.includes(` ${begun}`));
}
