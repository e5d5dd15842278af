/** Where on the site a module of the app stands. */
export type Place =
  | { readonly kind: 'issue'; readonly issueKey: string }
  | { readonly kind: 'project'; readonly projectKey: string }
  | { readonly kind: 'site' };

/** What tells the site the place, beside the module. */
export function placeParameters(place: Place): Readonly<Record<string, string>> {
  switch (place.kind) {
    case 'issue':
      return { issueKey: place.issueKey };
    case 'project':
      return { project: place.projectKey };
    case 'site':
      return {};
  }
}

/** The same as one text, for keys and comparisons. */
export const placeText = (place: Place): string => new URLSearchParams(placeParameters(place)).toString();
