import { type ReactNode, useEffect } from 'react';
import { noteInLog } from '../note-in-log';

interface NotDrawnProps {
  /** What of UI Kit is missing here, by its name. */
  readonly what: string;
  readonly children?: ReactNode;
}

const noted = new Set<string>();

/** Stands where something should be that the renderer does not know: seen by people, and once in the log. */
export function NotDrawn({ what, children }: NotDrawnProps) {
  const message = `The embedded Jira does not draw the UI Kit ${what} yet.`;
  useEffect(() => {
    if (noted.has(message)) return;
    noted.add(message);
    noteInLog(message);
  }, [message]);
  return (
    <div role="note" className="ui-kit-not-drawn">
      {message}
      {children}
    </div>
  );
}
