import { type AdfMark, type AdfNode, numberAttr, parseAdf, textAttr } from './adf-shape';
import type { Mentioned } from './inline-markup';

/** A document as text with markup, as `adfFromMarkup` reads it. */
export interface Markup {
  readonly text: string;
  readonly mentioned: Mentioned;
  /** False where the document holds something that the markup cannot say: saved again, that is lost. */
  readonly isWhole: boolean;
}

export function markupFromAdf(value: unknown): Markup {
  const document = parseAdf(value);
  if (document === undefined) return { text: '', mentioned: new Map(), isWhole: true };
  return {
    text: (document.content ?? []).map(block).join('\n\n'),
    mentioned: new Map(mentionsIn(document)),
    isWhole: isSayable(document),
  };
}

function mentionsIn(node: AdfNode): readonly (readonly [string, string])[] {
  const id = textAttr(node, 'id');
  if (node.type === 'mention' && id !== undefined) return [[mentionName(node), id]];
  return (node.content ?? []).flatMap(mentionsIn);
}

const mentionName = (node: AdfNode): string => (textAttr(node, 'text') ?? textAttr(node, 'id') ?? '').replace(/^@/, '');

function block(node: AdfNode): string {
  const items = (sign: (index: number) => string) =>
    (node.content ?? []).map((item, index) => `${sign(index)} ${(item.content ?? []).map(block).join(' ')}`).join('\n');
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(numberAttr(node, 'level') ?? 1)} ${words(node)}`;
    case 'bulletList':
      return items(() => '-');
    case 'orderedList':
      return items((index) => `${index + 1}.`);
    case 'codeBlock':
      return `\`\`\`\n${words(node)}\n\`\`\``;
    case 'paragraph':
      return words(node);
    default:
      return node.content === undefined ? inline(node) : node.content.map(block).join('\n\n');
  }
}

const words = (node: AdfNode): string => written(node.content ?? []);

const isBold = ({ marks = [] }: AdfNode): boolean => marks.some(({ type }) => type === 'strong');

const unbold = (node: AdfNode): AdfNode => ({
  ...node,
  marks: (node.marks ?? []).filter(({ type }) => type !== 'strong'),
});

/** Neighbours that are bold share their signs, and blanks at their edges stand outside. */
function written(nodes: readonly AdfNode[]): string {
  const [first] = nodes;
  if (first === undefined) return '';
  const end = nodes.findIndex((node) => isBold(node) !== isBold(first));
  const run = nodes.slice(0, end < 0 ? undefined : end);
  const rest = written(nodes.slice(run.length));
  if (!isBold(first)) return `${run.map(inline).join('')}${rest}`;
  const text = run.map(unbold).map(inline).join('');
  const bare = text.trim();
  return bare === '' ? `${text}${rest}` : `${text.replace(bare, () => `**${bare}**`)}${rest}`;
}

function inline(node: AdfNode): string {
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduce(marked, node.text ?? '');
    case 'hardBreak':
      return '\n';
    case 'mention':
      return `@${mentionName(node)}`;
    case 'inlineCard':
      return textAttr(node, 'url') ?? '';
    default:
      return node.text ?? textAttr(node, 'text') ?? textAttr(node, 'shortName') ?? words(node);
  }
}

function marked(text: string, mark: AdfMark): string {
  switch (mark.type) {
    case 'em':
      return `_${text}_`;
    case 'code':
      return `\`${text}\``;
    case 'link': {
      const href = textAttr(mark, 'href') ?? '';
      return href === text ? text : `[${text}](${href})`;
    }
    default:
      return text;
  }
}

const SAYABLE = new Set(['doc', 'paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'codeBlock', 'text', 'hardBreak', 'mention']); // prettier-ignore
const SAYABLE_MARKS = new Set(['strong', 'em', 'code', 'link']);

/** Lists have one line an item here: what stands below an item cannot be said. */
const isSayable = (node: AdfNode): boolean =>
  SAYABLE.has(node.type) &&
  (node.marks ?? []).every(({ type }) => SAYABLE_MARKS.has(type)) &&
  (node.type !== 'listItem' || (node.content ?? []).length === 1) &&
  (node.content ?? []).every(isSayable);
