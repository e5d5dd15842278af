import type { Issue } from './model/issue';

/** What of an issue can change. */
export type IssueParts = Partial<Omit<Issue, 'id'>>;

/**
 * The issues of a site by id. Every change of them goes through here, as an issue's parts are readonly everywhere else: so
 * search hears of each and need not look at 100,000 issues to find out.
 */
export class IssueMap extends Map<string, Issue> {
  readonly #listeners = new Set<(issueId: string) => void>();

  /** Replaces parts of an issue in place: whoever holds it sees them. */
  change(issue: Issue, parts: IssueParts): void {
    Object.assign(issue, parts);
    this.#tell(issue.id);
  }

  /** The listener is told the id of each issue that comes, changes or goes; it must not throw. */
  onChange(listener: (issueId: string) => void): void {
    this.#listeners.add(listener);
  }

  override set(id: string, issue: Issue): this {
    super.set(id, issue);
    this.#tell(id);
    return this;
  }

  override delete(id: string): boolean {
    const was = super.delete(id);
    this.#tell(id);
    return was;
  }

  override clear(): void {
    const ids = [...this.keys()];
    super.clear();
    for (const id of ids) this.#tell(id);
  }

  #tell(issueId: string): void {
    for (const listener of this.#listeners) listener(issueId);
  }
}
