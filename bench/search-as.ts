/** The first page of 50 of a query, as a client asks for it with e-mail and API token. Throws unless it is answered. */
export async function searchAs(
  who: string,
  fetch: (request: Request) => Promise<Response>,
  url: string,
  jql: string,
): Promise<void> {
  const query = new URLSearchParams({ jql, maxResults: '50', fields: 'summary,status' });
  const credentials = Buffer.from(`${who}@example.com:${who}-token`).toString('base64');
  const request = new Request(`${url}/rest/api/3/search/jql?${query.toString()}`, {
    headers: { authorization: `Basic ${credentials}` },
  });
  const answer = await fetch(request);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${jql}: ${answer.status} ${text}`);
}
