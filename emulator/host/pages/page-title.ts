import { useEffect } from 'react';

const SITE = 'Embedded Jira';

/** Names the page in the browser's tab; undefined while its name is not known yet. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined ? SITE : `${title} - ${SITE}`;
    return () => {
      document.title = SITE;
    };
  }, [title]);
}
