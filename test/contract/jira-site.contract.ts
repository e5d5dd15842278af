import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as v from 'valibot';

/** A Jira site that a person may write to. */
export interface JiraSite {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly email: string;
  readonly token: string;
  /** A project in which the person may create, edit and delete issues, with a work type that asks for a summary only. */
  readonly projectKey: string;
  readonly workType: string;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const CreatedSchema = v.object({ id: v.string(), key: v.string(), self: v.string() });
const PageSchema = v.object({ issues: v.array(v.object({ id: v.string() })) });

/** Calls of somebody to the site's REST API. */
const callsTo =
  ({ baseUrl, email, token }: JiraSite, credentials = `${email}:${token}`) =>
  async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${baseUrl}/rest/api/3${path}`, {
      method,
      headers: {
        accept: 'application/json',
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: isJson && text !== '' ? (JSON.parse(text) as unknown) : text };
  };

/**
 * What Jira Cloud does for anybody with an API token, without an app. Run over the embedded site, and over a real one
 * where there is one. It makes one issue, and deletes it.
 */
export function jiraSiteContract(openSite: () => Promise<JiraSite>): void {
  let site: JiraSite;
  let call: ReturnType<typeof callsTo>;
  let issue: v.InferOutput<typeof CreatedSchema>;
  beforeAll(async () => {
    site = await openSite();
    call = callsTo(site);
    const { projectKey, workType } = site;
    const fields = { project: { key: projectKey }, issuetype: { name: workType }, summary: 'Made by a test' };
    const created = await call('POST', '/issue', { fields });
    expect(created).toMatchObject({ status: 201 });
    issue = v.parse(CreatedSchema, created.body);
  });
  afterAll(async () => {
    await call('DELETE', `/issue/${issue.id}`);
  });

  it('says who somebody is, and what it is', async () => {
    expect(await call('GET', '/myself')).toMatchObject({
      status: 200,
      body: { accountId: expect.any(String), accountType: 'atlassian', active: true, timeZone: expect.any(String) },
    });
    expect(await call('GET', '/serverInfo')).toMatchObject({ status: 200, body: { deploymentType: 'Cloud' } });
  });

  it('does not let a wrong token in', async () => {
    const guess = callsTo(site, `${site.email}:guess`);
    expect((await guess('GET', '/myself')).status).toBe(401);
  });

  it('finds a project by its key', async () => {
    expect(await call('GET', `/project/search?query=${site.projectKey}`)).toMatchObject({
      status: 200,
      body: { values: expect.arrayContaining([expect.objectContaining({ key: site.projectKey })]) },
    });
  });

  it('answers a new issue with id, key and address', async () => {
    expect(issue.key).toMatch(new RegExp(`^${site.projectKey}-\\d+$`));
    expect(issue.self).toContain(`/rest/api/3/issue/${issue.id}`);
    expect(await call('GET', `/issue/${issue.key}?fields=summary`)).toMatchObject({
      status: 200,
      body: { id: issue.id, key: issue.key, fields: { summary: 'Made by a test' } },
    });
  });

  it('keeps an edit in the history', async () => {
    const edit = await call('PUT', `/issue/${issue.key}`, { fields: { summary: 'Edited by a test' } });
    expect(edit).toEqual({ status: 204, body: '' });
    expect(await call('GET', `/issue/${issue.key}/changelog`)).toMatchObject({
      status: 200,
      body: {
        values: expect.arrayContaining([
          expect.objectContaining({
            items: [
              expect.objectContaining({
                field: 'summary',
                fieldId: 'summary',
                from: null,
                fromString: 'Made by a test',
                to: null,
                toString: 'Edited by a test',
              }),
            ],
          }),
        ]),
      },
    });
  });

  it('keeps a property: 201 when it is new, 200 when it was there, 404 when it is gone', async () => {
    const path = `/issue/${issue.key}/properties/made-by-a-test`;
    expect((await call('PUT', path, { n: 1 })).status).toBe(201);
    expect((await call('PUT', path, { n: 2 })).status).toBe(200);
    expect(await call('GET', path)).toMatchObject({ status: 200, body: { key: 'made-by-a-test', value: { n: 2 } } });
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).status).toBe(404);
  });

  it('finds at once what a search is told to reconcile', async () => {
    const found = await call('POST', '/search/jql', {
      jql: `project = ${site.projectKey} ORDER BY created DESC`,
      reconcileIssues: [Number(issue.id)],
      maxResults: 10,
    });
    expect(found.status).toBe(200);
    expect(v.parse(PageSchema, found.body).issues.map(({ id }) => id)).toContain(issue.id);
  });

  it('has the words that a client may look for', async () => {
    expect(await call('GET', `/issue/${site.projectKey}-999999999`)).toMatchObject({
      status: 404,
      body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'] },
    });
    expect(await call('PUT', `/issue/${issue.key}`, { fields: { customfield_99999: 'x' } })).toMatchObject({
      status: 400,
      body: {
        errors: {
          customfield_99999:
            "Field 'customfield_99999' cannot be set. It is not on the appropriate screen, or unknown.",
        },
      },
    });
    expect(await call('POST', '/search/jql', { jql: 'nosuchfield = 1' })).toMatchObject({
      status: 400,
      body: { errorMessages: ["Field 'nosuchfield' does not exist or you do not have permission to view it."] },
    });
    expect(await call('POST', '/search/jql', { jql: 'project = NOSUCHPROJECT' })).toMatchObject({
      status: 400,
      body: { errorMessages: ["The value 'NOSUCHPROJECT' does not exist for the field 'project'."] },
    });
    expect(await call('POST', '/search/jql', { jql: 'project = ' })).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining('Error in the JQL Query:')] },
    });
  });

  it('has nothing left of a deleted issue', async () => {
    expect((await call('DELETE', `/issue/${issue.key}`)).status).toBe(204);
    expect((await call('GET', `/issue/${issue.key}`)).status).toBe(404);
  });
}
