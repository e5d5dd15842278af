import type { SiteProjectView } from '../../../api-settings';
import { counted } from '../../project-settings/counted';
import type { Standing } from '../../shared/card';

/** How a project stands, in a word or two. */
export function standingOf({ setUp, enabled, holes }: SiteProjectView): Standing {
  if (setUp === 'not-set-up') return { text: 'Not set up', appearance: 'default' };
  if (!enabled) return { text: 'Switched off', appearance: 'default' };
  switch (setUp) {
    case 'not-checked':
      return { text: 'Not checked yet', appearance: 'moved' };
    case 'partly-read':
      return { text: 'Partly checked', appearance: 'moved' };
    case 'sound':
      return { text: 'No holes', appearance: 'success' };
    case 'holes':
      return { text: counted(holes, 'hole'), appearance: 'removed' };
  }
}

/** What is known of a project, each in a sentence. */
export function factsOf(project: SiteProjectView, momentText: (moment: string) => string): readonly string[] {
  const { version, checkedAt, holes, openBreaches } = project;
  if (version === null) return ['Nothing is saved here. Where it has emergency changes, the built-in rules hold.'];
  return [
    version === 0 ? 'No version of its settings is in force yet.' : `Version ${version} of its settings is in force.`,
    checkedAt === null
      ? 'The set-up has not been checked yet.'
      : `${holes === 0 ? 'No hole' : counted(holes, 'hole')} in the set-up since the check of ${momentText(checkedAt)}.`,
    ...(openBreaches === null ? [] : [breachText(openBreaches)]),
  ];
}

const breachText = (count: number): string =>
  count === 0 ? 'No open breach.' : `About ${count} open ${count === 1 ? 'change has' : 'changes have'} a breach.`;
