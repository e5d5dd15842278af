import { createContext, type ReactNode, useContext } from 'react';
import { useReader } from '../shared/reader';

interface MomentWords {
  /** In the reader's own language and time zone. */
  readonly momentText: (moment: string) => string;
  /** Of a date, `YYYY-MM-DD`, which is the same day everywhere. */
  readonly dayText: (date: string) => string;
  /** Of the reader, BCP 47; undefined until Jira has told it. */
  readonly locale: string | undefined;
}

const MomentContext = createContext<MomentWords | undefined>(undefined);

export function useMomentWords(): MomentWords {
  const words = useContext(MomentContext);
  if (words === undefined) throw new Error('There is no <MomentWordsProvider> around this.');
  return words;
}

/** How moments and dates are told to this reader. Asks Jira once for all that is drawn below. */
export function MomentWordsProvider({ children }: { readonly children: ReactNode }) {
  const { locale, zone } = useReader();
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  const dates = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (
    <MomentContext.Provider
      value={{
        locale,
        momentText: (moment) => moments.format(new Date(moment)),
        dayText: (date) => dates.format(new Date(`${date}T00:00:00.000Z`)),
      }}
    >
      {children}
    </MomentContext.Provider>
  );
}
