import * as v from 'valibot';

/** A node of what a UI Kit app draws. Text is a node of type `String` with its text in `props.text`. */
export interface ForgeNode {
  readonly type: string;
  readonly key: string;
  /** As the app gave them; functions are live functions of the app. */
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly ForgeNode[];
}

const NodeSchema: v.GenericSchema<unknown, ForgeNode> = v.object({
  type: v.string(),
  key: v.optional(v.string(), ''),
  props: v.optional(v.record(v.string(), v.unknown()), {}),
  children: v.optional(v.array(v.lazy(() => NodeSchema)), []),
});

/** A copy of the tree: the app goes on changing the object that it handed over. Throws for what is no tree. */
export const copyForgeDoc = (forgeDoc: unknown): ForgeNode => v.parse(NodeSchema, forgeDoc);

const WordsSchema = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

/** The words of a `String` node. */
export const textOf = ({ props }: ForgeNode): string => {
  const words = v.safeParse(WordsSchema, props.text);
  return words.success ? words.output : '';
};

/** The words below a node. */
export const wordsOf = (node: ForgeNode): string =>
  node.type === 'String' ? textOf(node) : node.children.map(wordsOf).join('');
