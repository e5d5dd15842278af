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

/** The words of a document, a line a block. */
export function adfText(value: unknown): string {
  const parsed = v.safeParse(DocumentSchema, value);
  if (!parsed.success) return '';
  const words = (node: AdfNode): string =>
    node.type === 'hardBreak' ? '\n' : (node.text ?? (node.content ?? []).map(words).join(''));
  return parsed.output.content.map(words).join('\n');
}

/** The account ids that a document mentions, each once. */
export function mentionedIn(value: unknown): readonly string[] {
  const parsed = v.safeParse(DocumentSchema, value);
  if (!parsed.success) return [];
  const ids = ({ type, attrs, content = [] }: AdfNode): readonly string[] =>
    type === 'mention' && typeof attrs?.id === 'string' ? [attrs.id] : content.flatMap(ids);
  return [...new Set(parsed.output.content.flatMap(ids))];
}
