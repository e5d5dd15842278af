import * as v from 'valibot';
import type { ForgeNode } from './forge-doc';

const FunctionSchema = v.custom<(...values: unknown[]) => unknown>((value) => typeof value === 'function');

/** Reads the props of a node, which come from an app and may be anything. What has the wrong type is as if not given. */
export function propsOf({ props }: ForgeNode) {
  const read = <Schema extends v.GenericSchema>(schema: Schema, name: string): v.InferOutput<Schema> | undefined => {
    const parsed = v.safeParse(schema, props[name]);
    return parsed.success ? parsed.output : undefined;
  };
  return {
    text: (name: string) => read(v.string(), name),
    flag: (name: string) => read(v.boolean(), name) ?? false,
    number: (name: string) => read(v.number(), name),
    oneOf: <const Options extends readonly string[]>(name: string, options: Options) => read(v.picklist(options), name),
    /** A function of the app; what it throws or rejects stays in the app. */
    action: (name: string) => read(FunctionSchema, name),
    list: <Schema extends v.GenericSchema>(name: string, item: Schema) => read(v.array(item), name) ?? [],
    record: (name: string) => read(v.record(v.string(), v.unknown()), name) ?? {},
  };
}

/** Leaves out what is undefined, for components that tell a missing prop from an undefined one. */
export const given = <Props extends object>(
  props: Props,
): { [Key in keyof Props]?: Exclude<Props[Key], undefined> } => {
  const entries = Object.entries(props).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Props]?: Exclude<Props[Key], undefined> };
};
