import type { AdfNode } from './adf-shape';
import { inlineNodes, type Mentioned } from './inline-markup';

const BULLET = /^\s*[-*]\s+(.*)$/;
const NUMBERED = /^\s*\d+[.)]\s+(.*)$/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const FENCE = '```';
const isFence = (line: string): boolean => line.startsWith(FENCE);

const NOBODY: Mentioned = new Map();

/**
 * Text with a little markup as a document: a blank line starts a paragraph, `- ` and `1. ` make lists, `# ` a heading,
 * ``` a block of code. Empty text is no document.
 */
export function adfFromMarkup(text: string, mentioned: Mentioned = NOBODY): object | null {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const content: AdfNode[] = [];
  for (let at = 0; at < lines.length;) {
    const { node, taken } = blockAt(lines, at, mentioned);
    if (node !== undefined) content.push(node);
    at += taken;
  }
  return content.length === 0 ? null : { type: 'doc', version: 1, content };
}

interface Block {
  readonly node: AdfNode | undefined;
  /** How many lines it takes. */
  readonly taken: number;
}

function blockAt(lines: readonly string[], at: number, mentioned: Mentioned): Block {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { node: undefined, taken: 1 };
  if (isFence(line)) return codeAt(lines, at);
  const heading = HEADING.exec(line);
  if (heading !== null) {
    const [, signs = '', words = ''] = heading;
    const attrs = { level: signs.length };
    return { node: { type: 'heading', attrs, content: inlineNodes(words, mentioned) }, taken: 1 };
  }
  if (BULLET.test(line)) return listAt(lines, at, BULLET, 'bulletList', mentioned);
  if (NUMBERED.test(line)) return listAt(lines, at, NUMBERED, 'orderedList', mentioned);
  const rest = run(lines, at, (next) => next.trim() !== '' && !isOther(next));
  return { node: paragraph(rest, mentioned), taken: rest.length };
}

/** Whether the line starts something that is no paragraph. */
const isOther = (line: string): boolean => isFence(line) || [HEADING, BULLET, NUMBERED].some((form) => form.test(line));

/** The lines from `at` on for which it holds. */
function run(lines: readonly string[], at: number, holds: (line: string) => boolean): readonly string[] {
  const end = lines.findIndex((line, index) => index >= at && !holds(line));
  return lines.slice(at, end < 0 ? undefined : end);
}

function codeAt(lines: readonly string[], at: number): Block {
  const code = run(lines, at + 1, (line) => !isFence(line));
  const text = code.join('\n');
  const content = text === '' ? [] : [{ type: 'text', text }];
  return { node: { type: 'codeBlock', content }, taken: code.length + 2 };
}

function listAt(lines: readonly string[], at: number, form: RegExp, type: string, mentioned: Mentioned): Block {
  const items = run(lines, at, (line) => form.test(line));
  const content = items.map((line) => ({
    type: 'listItem',
    content: [paragraph([form.exec(line)?.[1] ?? ''], mentioned)],
  }));
  return { node: { type, content }, taken: items.length };
}

function paragraph(lines: readonly string[], mentioned: Mentioned): AdfNode {
  const content = lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
    ...inlineNodes(index === lines.length - 1 ? line.trimEnd() : line, mentioned),
  ]);
  return { type: 'paragraph', content };
}
