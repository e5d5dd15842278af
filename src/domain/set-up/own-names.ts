/** In the description of what the set-up makes, so that a later run finds it again as its own. */
export const MARK = 'Made by the set-up of Emergency Change.';

export const isOwn = ({ description }: { readonly description: string }): boolean => description.includes(MARK);

/** What the set-up calls what it makes for a project. */
export const ownNames = (projectKey: string) => ({
  workflow: `${projectKey}: Emergency change workflow`,
  scheme: `${projectKey}: Emergency change workflow scheme`,
  typeScheme: `${projectKey}: Emergency change work type scheme`,
});

/** The kinds of critical issue of ENG-PROC-004. */
export const KINDS = ['Service outage', 'Data corruption', 'Security vulnerability', 'Major customer impact'] as const;
