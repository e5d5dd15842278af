import { createContext, type ReactNode, useContext } from 'react';
import { useReader } from '../shared/reader';
import { timeLeft } from './due-words';

interface Moments {
  /** When the change on screen was read; what is left of a due time is counted from here. */
  readonly now: string;
  /** Of the reader, BCP 47 and IANA; undefined until Jira has told them: the browser's own. */
  readonly readerLocale: string | undefined;
  readonly readerZone: string | undefined;
  /** In the reader's own language and time zone. */
  readonly momentText: (moment: string) => string;
  /** A due time in the project's time zone, and how far off it is: "Fri, 27 Nov, 23:59 (Europe/Berlin), in 2 days". */
  readonly dueText: (due: string) => string;
}

const MomentsContext = createContext<Moments | undefined>(undefined);

export function useMoments(): Moments {
  const moments = useContext(MomentsContext);
  if (moments === undefined) throw new Error('There is no <MomentsProvider> around this.');
  return moments;
}

interface MomentsProviderProps {
  readonly now: string;
  /** Of the project, in which business days are counted. */
  readonly projectZone: string;
  readonly children: ReactNode;
}

/** How moments are told to this reader. Asks Jira once for all that is drawn below. */
export function MomentsProvider({ now, projectZone, children }: MomentsProviderProps) {
  const { locale: readerLocale, zone: readerZone } = useReader();
  const inReaderZone = new Intl.DateTimeFormat(readerLocale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: readerZone,
  });
  const inProjectZone = new Intl.DateTimeFormat(readerLocale, {
    timeZone: projectZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <MomentsContext.Provider
      value={{
        now,
        readerLocale,
        readerZone,
        momentText: (moment) => inReaderZone.format(new Date(moment)),
        dueText: (due) => `${inProjectZone.format(new Date(due))} (${projectZone}), ${timeLeft(due, now, projectZone)}`,
      }}
    >
      {children}
    </MomentsContext.Provider>
  );
}
