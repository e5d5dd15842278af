import * as v from 'valibot';

interface AdfNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly content?: readonly AdfNode[] | undefined;
}

const NodeSchema: v.GenericSchema<AdfNode> = v.looseObject({
  type: v.string(),
  text: v.optional(v.string()),
  attrs: v.optional(v.record(v.string(), v.unknown())),
  content: v.optional(v.array(v.lazy(() => NodeSchema))),
});

const DocumentSchema = v.looseObject({
  type: v.literal('doc'),
  version: v.literal(1),
  content: v.array(NodeSchema),
});

/** Whether this is a document in the Atlassian Document Format; its nodes are not checked one by one. */
export const isAdf = (value: unknown): boolean => v.is(DocumentSchema, value);

/**
 * The words of a document, a line a paragraph, list item or cell. A mention is written as the document has it, which
 * need not be at all, or by `nameOf`, which gets the account id.
 */
export function adfText(value: unknown, nameOf?: (accountId: string) => string | undefined): string {
  const parsed = v.safeParse(DocumentSchema, value);
  if (!parsed.success) return '';
  const words = (node: AdfNode): string => {
    const { content = [] } = node;
    return inlineWords(node, nameOf) ?? content.map(words).join(content.some(isBlock) ? '\n' : '');
  };
  return parsed.output.content.map(words).join('\n');
}

/** What stands within a line: https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/#inline-nodes */
const INLINE = ['text', 'hardBreak', 'mention', 'emoji', 'inlineCard', 'date', 'status', 'mediaInline'];

const isBlock = ({ type }: AdfNode) => !INLINE.includes(type);

/** Undefined for a block, whose words are those of its content. */
function inlineWords(node: AdfNode, nameOf: (accountId: string) => string | undefined = () => undefined) {
  if (isBlock(node)) return undefined;
  const attribute = (name: string) => {
    const value = node.attrs?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  switch (node.type) {
    case 'text':
      return node.text ?? '';
    case 'hardBreak':
      return '\n';
    case 'mention': {
      const name = nameOf(attribute('id') ?? '');
      return name === undefined ? (attribute('text') ?? '') : `@${name}`;
    }
    case 'date':
      return dayOf(Number(attribute('timestamp')));
    default:
      return attribute('text') ?? attribute('shortName') ?? attribute('url') ?? '';
  }
}

/** The furthest that a Date reaches from 1970, in milliseconds. */
const FURTHEST = 8.64e15;

/** The UTC day of epoch milliseconds; empty for what is no time. */
const dayOf = (at: number) => (Math.abs(at) <= FURTHEST ? new Date(at).toISOString().slice(0, 10) : '');

/** The account ids that a document mentions, each once. */
export function mentionedIn(value: unknown): readonly string[] {
  const parsed = v.safeParse(DocumentSchema, value);
  if (!parsed.success) return [];
  const ids = ({ type, attrs, content = [] }: AdfNode): readonly string[] =>
    type === 'mention' && typeof attrs?.id === 'string' ? [attrs.id] : content.flatMap(ids);
  return [...new Set(parsed.output.content.flatMap(ids))];
}
