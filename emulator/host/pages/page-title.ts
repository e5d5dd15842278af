import { useEffect } from 'react';

const SITE = 'Embedded Jira';

/** Of a page and of what is open in it: the inner one, named last, is shown. */
const named: { readonly title: string }[] = [];

function show(): void {
  const title = named.at(-1)?.title;
  document.title = title === undefined ? SITE : `${title} - ${SITE}`;
}

/** Names the page in the browser's tab; undefined while its name is not known yet. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return;
    const entry = { title };
    named.push(entry);
    show();
    return () => {
      named.splice(named.indexOf(entry), 1);
      show();
    };
  }, [title]);
}
