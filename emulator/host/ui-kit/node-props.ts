import * as v from 'valibot';
import type { ForgeNode } from './forge-doc';

type AppFunction = (...values: unknown[]) => unknown;

const FunctionSchema = v.custom<AppFunction>((value) => typeof value === 'function');

/** Reads the props of a node, which come from an app and may be anything. What has the wrong type is as if not given. */
export function propsOf({ props }: ForgeNode) {
  const read = <Schema extends v.GenericSchema>(schema: Schema, name: string): v.InferOutput<Schema> | undefined => {
    const parsed = v.safeParse(schema, props[name]);
    return parsed.success ? parsed.output : undefined;
  };
  return {
    read,
    text: (name: string) => read(v.string(), name),
    /** A text that an app may also give as a number. */
    words: (name: string) => {
      const value = read(v.union([v.string(), v.number()]), name);
      return value === undefined ? undefined : String(value);
    },
    flag: (name: string) => read(v.boolean(), name) ?? false,
    /** A boolean that may be left out, where false and missing differ. */
    maybeFlag: (name: string) => read(v.boolean(), name),
    number: (name: string) => read(v.number(), name),
    oneOf: <const Options extends readonly string[]>(name: string, options: Options) => read(v.picklist(options), name),
    /** A function of the app. What it throws is told to the browser and does not disturb the page. */
    action: (name: string) => {
      const action = read(FunctionSchema, name);
      return action && ((...values: unknown[]) => callApp(action, values));
    },
    list: <Schema extends v.GenericSchema>(name: string, item: Schema) => read(v.array(item), name) ?? [],
    record: (name: string) => read(v.record(v.string(), v.unknown()), name) ?? {},
  };
}

function callApp(action: AppFunction, values: readonly unknown[]): void {
  try {
    action(...values);
  } catch (failure) {
    reportError(failure);
  }
}

type Given<Props extends object> = { [Key in keyof Props]?: Exclude<Props[Key], undefined> };

/** Leaves out what is undefined, for components that tell a missing prop from an undefined one. */
export const given = <Props extends object>(props: Props): Given<Props> =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Given<Props>;

/** What inputs say to a screen reader beside their label. */
export function ariaOf(node: ForgeNode) {
  const props = propsOf(node);
  return given({
    'aria-invalid': props.read(v.union([v.boolean(), v.picklist(['true', 'false'])]), 'aria-invalid'),
    'aria-labelledby': props.text('aria-labelledby'),
  });
}
