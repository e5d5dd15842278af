import type { AdfMark, AdfNode } from './adf-shape';

/** Names that `@` stands before in a text -> account ids. */
export type Mentioned = ReadonlyMap<string, string>;

const FORMS = [
  /\*\*(?<strong>[^\s*](?:[^\n]*?[^\s*])?)\*\*/,
  /(?<!\w)_(?<em>[^\s_](?:[^_\n]*[^\s_])?)_(?!\w)/,
  /`(?<code>[^`\n]+)`/,
  /\[(?<label>[^\]\n]+)\]\((?<href>https?:\/\/[^\s)]+)\)/,
  /(?<url>https?:\/\/[^\s<>()]*[^\s<>().,;:!?"'*_])/,
].map(({ source }) => source);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function formsWith(mentioned: Mentioned): RegExp {
  const names = [...mentioned.keys()].sort((one, other) => other.length - one.length).map(escaped);
  const mention = names.length === 0 ? [] : [`@(?<name>${names.join('|')})(?!\\w)`];
  return new RegExp([...mention, ...FORMS].join('|'), 'g');
}

/** A line of text with `**bold**`, `_emphasis_`, `` `code` ``, `[links](https://…)` and `@mentions` as inline nodes. */
export function inlineNodes(line: string, mentioned: Mentioned, marks: readonly AdfMark[] = []): readonly AdfNode[] {
  const nodes: AdfNode[] = [];
  let done = 0;
  for (const match of line.matchAll(formsWith(mentioned))) {
    nodes.push(...plain(line.slice(done, match.index), marks), ...formed(match, mentioned, marks));
    done = match.index + match[0].length;
  }
  return [...nodes, ...plain(line.slice(done), marks)];
}

const plain = (text: string, marks: readonly AdfMark[]): readonly AdfNode[] =>
  text === '' ? [] : [{ type: 'text', text, ...(marks.length === 0 ? {} : { marks }) }];

function formed(match: RegExpExecArray, mentioned: Mentioned, marks: readonly AdfMark[]): readonly AdfNode[] {
  const { strong, em, code, label, href, url, name } = match.groups ?? {};
  if (strong !== undefined) return inlineNodes(strong, mentioned, [...marks, { type: 'strong' }]);
  if (em !== undefined) return inlineNodes(em, mentioned, [...marks, { type: 'em' }]);
  // Jira allows no other mark beside code but a link.
  if (code !== undefined) return plain(code, [{ type: 'code' }]);
  if (label !== undefined) return plain(label, [...marks, { type: 'link', attrs: { href } }]);
  if (url !== undefined) return plain(url, [...marks, { type: 'link', attrs: { href: url } }]);
  const id = name === undefined ? undefined : mentioned.get(name);
  return id === undefined ? plain(match[0], marks) : [{ type: 'mention', attrs: { id, text: `@${name ?? ''}` } }];
}
