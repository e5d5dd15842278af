import type { Issue } from '../../model/issue';

/** For each issue the words of one field, read when they are first asked for and kept until the issue changes. */
export interface TextsColumn {
  readonly put: (slot: number, issue: Issue | undefined) => void;
  /** The text in lower case; empty if there is none. */
  readonly at: (slot: number) => string;
}

export function textsColumn(
  textOf: (issue: Issue) => string,
  issueAt: (slot: number) => Issue | undefined,
): TextsColumn {
  const texts: (string | undefined)[] = [];
  return {
    put(slot) {
      if (slot < texts.length) texts[slot] = undefined;
    },
    at(slot) {
      const kept = texts[slot];
      if (kept !== undefined) return kept;
      const issue = issueAt(slot);
      const text = issue === undefined ? '' : textOf(issue).toLowerCase();
      while (texts.length < slot) texts.push(undefined);
      texts[slot] = text;
      return text;
    },
  };
}
