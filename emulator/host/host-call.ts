import * as v from 'valibot';

/** What the embedded site answers. Rejects with its own words when it refuses. */
export const getJson = (path: string): Promise<unknown> =>
  answered(fetch(path, { headers: { accept: 'application/json' } }));

/** The same, for what changes something. */
export const postJson = (path: string, body: object): Promise<unknown> =>
  answered(
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-atlassian-token': 'no-check' },
      body: JSON.stringify(body),
    }),
  );

const MessageSchema = v.object({ message: v.string() });

/** The JSON of an answer. Rejects with the site's own words when it refuses. */
async function answered(pending: Promise<Response>): Promise<unknown> {
  const answer = await pending;
  const text = await answer.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  if (answer.ok) return body;
  throw new Error(v.is(MessageSchema, body) ? body.message : `The site answered ${answer.status}.`);
}
