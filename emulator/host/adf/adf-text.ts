import { type AdfNode, parseAdf, textAttr } from './adf-shape';

const LINE = '\n';
const PARAGRAPH = '\n\n';

/** Plain text to a document: a blank line starts a paragraph, a line break stays one. Empty text is no document. */
export function adfFromText(text: string): object | null {
  const trimmed = text.replaceAll('\r\n', LINE).trim();
  if (trimmed === '') return null;
  const content = trimmed.split(/\n{2,}/).map((paragraph) => ({
    type: 'paragraph',
    content: paragraph
      .split(LINE)
      .flatMap((line, index) => [
        ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
        ...(line === '' ? [] : [{ type: 'text', text: line }]),
      ]),
  }));
  return { type: 'doc', version: 1, content };
}

/** The document as the plain text that `adfFromText` reads; formatting is lost. */
export function textFromAdf(value: unknown): string {
  const document = parseAdf(value);
  return document === undefined ? '' : blocks(document);
}

const blocks = (node: AdfNode): string => (node.content ?? []).map(textOf).join(PARAGRAPH);

function textOf(node: AdfNode): string {
  switch (node.type) {
    case 'text':
      return node.text ?? '';
    case 'hardBreak':
      return LINE;
    case 'mention':
    case 'emoji':
    case 'status':
      return textAttr(node, 'text') ?? textAttr(node, 'shortName') ?? '';
    case 'inlineCard':
      return textAttr(node, 'url') ?? '';
    case 'bulletList':
      return (node.content ?? []).map((item) => `- ${itemText(item)}`).join(LINE);
    case 'orderedList':
      return (node.content ?? []).map((item, index) => `${index + 1}. ${itemText(item)}`).join(LINE);
    default:
      return (node.content ?? []).map(textOf).join('');
  }
}

const itemText = (item: AdfNode): string => (item.content ?? []).map(textOf).join(LINE);

/** Told to whoever edits such a text here. */
export const LOSES_FORMATTING = 'This text has formatting. Saved from here it becomes plain text.';

/** Whether editing as plain text would lose formatting. */
export function hasFormatting(value: unknown): boolean {
  const document = parseAdf(value);
  return document !== undefined && !isPlain(document);
}

const PLAIN = new Set(['doc', 'paragraph', 'text', 'hardBreak']);

const isPlain = (node: AdfNode): boolean =>
  PLAIN.has(node.type) && (node.marks ?? []).length === 0 && (node.content ?? []).every(isPlain);
