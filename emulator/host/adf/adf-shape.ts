import * as v from 'valibot';

/** A node of an Atlassian document, as far as the viewer looks into it. */
export interface AdfNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly marks?: readonly AdfMark[] | undefined;
  readonly content?: readonly AdfNode[] | undefined;
}

export interface AdfMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
}

const AttrsSchema = v.optional(v.record(v.string(), v.unknown()));

const AdfMarkSchema: v.GenericSchema<unknown, AdfMark> = v.object({ type: v.string(), attrs: AttrsSchema });

const AdfNodeSchema: v.GenericSchema<unknown, AdfNode> = v.object({
  type: v.string(),
  text: v.optional(v.string()),
  attrs: AttrsSchema,
  marks: v.optional(v.array(AdfMarkSchema)),
  content: v.optional(v.array(v.lazy(() => AdfNodeSchema))),
});

/** The document, or undefined if the value is none (an empty description is `null`). */
export function parseAdf(value: unknown): AdfNode | undefined {
  const parsed = v.safeParse(AdfNodeSchema, value);
  return parsed.success && parsed.output.type === 'doc' ? parsed.output : undefined;
}

export const textAttr = (holder: AdfNode | AdfMark, name: string): string | undefined => {
  const value = holder.attrs?.[name];
  return typeof value === 'string' ? value : undefined;
};

export const numberAttr = (holder: AdfNode, name: string): number | undefined => {
  const value = holder.attrs?.[name];
  return typeof value === 'number' ? value : undefined;
};
