import { useEffect, useState } from 'react';
import type { Person } from '../../api/issue-shape';
import { findPeople } from '../../api/people';

const MOST_SHOWN = 6;
/** A person types on; the site is asked when they pause. */
const PAUSE_MS = 150;
const NOBODY: readonly Person[] = [];

/** People whose names begin like what is typed; nobody while no mention is being typed. */
export function useMention(typed: string | undefined): readonly Person[] {
  const [found, setFound] = useState<{ readonly typed: string; readonly people: readonly Person[] }>();
  useEffect(() => {
    if (typed === undefined) return;
    let isWanted = true;
    const timer = window.setTimeout(() => {
      void findPeople(typed).then((reply) => {
        const people = reply.kind === 'ok' ? reply.value.filter((person) => isMeant(person, typed)) : NOBODY;
        if (isWanted) setFound({ typed, people: people.slice(0, MOST_SHOWN) });
      });
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
    };
  }, [typed]);
  return typed !== undefined && found?.typed === typed ? found.people : NOBODY;
}

/** The search also finds by e-mail address, which nobody sees here. */
function isMeant({ displayName, accountType }: Person, typed: string): boolean {
  const name = displayName.toLowerCase();
  const begun = typed.toLowerCase();
  return accountType !== 'app' && (name.startsWith(begun) || name.includes(` ${begun}`));
}
