import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';

/** The JSON body, `{}` where there is none, or 400 with what is wrong with it. */
export async function readJson<Schema extends v.GenericSchema>(
  context: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, parsedJson(await context.req.text()));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new HTTPException(400, { message: `${v.getDotPath(issue) ?? 'body'}: ${issue.message}` });
}

function parsedJson(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}
