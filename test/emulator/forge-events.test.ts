import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { createIssue, ERIN, type FixtureSite, fixtureSite, START } from './fixtures/site';

const JO = '712020:jo';

let site: FixtureSite;
beforeEach(async () => {
  site = await fixtureSite();
});

const runsOf = (key: string) => site.forge.invocations.filter(({ moduleKey }) => moduleKey === key);
const EventSchema = v.object({ eventType: v.string() });
const typesHeard = (key: string) => runsOf(key).map(({ payload }) => v.parse(EventSchema, payload).eventType);

async function summaries(key: string, texts: readonly string[]): Promise<void> {
  for (const summary of texts) await site.rest(ERIN, 'PUT', `/issue/${key}`, { fields: { summary } });
}

/** What the every-event trigger heard the summary become, in the order in which it heard. */
const heard = () =>
  runsOf('every-event').flatMap(({ payload }) =>
    [...JSON.stringify(payload).matchAll(/"toString":"(s\d+)"/g)].map(([, text]) => text),
  );

describe('the delivery of events', () => {
  const texts = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'];
  const after = async (disorder: Parameters<FixtureSite['forge']['events']['disorder']>[0], seed = 1) => {
    site = await fixtureSite(seed);
    const key = await createIssue(site, ERIN);
    site.forge.events.disorder(disorder);
    await summaries(key, texts);
    await site.settle();
    await site.clock.advance(180_000);
    await site.settle();
    return heard();
  };

  it('is in order and once by itself', async () => {
    expect(await after({})).toEqual(texts);
  });

  it('is twice where a test says so', async () => {
    expect(await after({ duplicates: 1 })).toHaveLength(16);
  });

  it('is not at all where a test says so', async () => {
    expect(await after({ losses: 1 })).toEqual([]);
  });

  it('is late, and still in order', async () => {
    site.forge.events.disorder({ lateBy: 120_000 });
    const key = await createIssue(site, ERIN);
    await site.settle();
    expect(runsOf('every-event')).toHaveLength(0);
    await site.clock.advance(120_000);
    await site.settle();
    expect(runsOf('every-event')[0]?.payload).toMatchObject({ issue: { key }, timestamp: String(START.getTime()) });
    expect(await after({ lateBy: 120_000 })).toEqual(texts);
  });

  it('is out of order where a test says so, and the same for the same seed', async () => {
    const first = await after({ lateBy: 120_000, reorder: true });
    expect(first).not.toEqual(texts);
    expect([...first].sort()).toEqual(texts);
    expect(await after({ lateBy: 120_000, reorder: true })).toEqual(first);
    expect(await after({ lateBy: 120_000, reorder: true }, 2)).not.toEqual(first);
  });

  it('leaves out what is over 200 kB, and notes it', async () => {
    const key = await createIssue(site, ERIN);
    await site.settle();
    const heardSoFar = runsOf('every-event').length;
    const issue = site.jira.store.issues.get(site.jira.store.issueKeys.get(key) ?? '');
    site.jira.tell({
      kind: 'updated',
      issueId: issue?.id ?? '',
      issueKey: key,
      projectId: '10000',
      accountId: ERIN,
      at: site.clock.now(),
      changes: [
        {
          ...{ field: 'description', fieldtype: 'jira', fieldId: 'description', from: null, to: null },
          ...{ fromString: null, toString: 'x'.repeat(210_000) },
        },
      ],
    });
    await site.settle();
    expect(runsOf('every-event')).toHaveLength(heardSoFar);
    expect(site.forge.log.notices).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('over 200 kB') }),
    );
  });
});

describe('events', () => {
  it('of a moved status carry both statuses', async () => {
    const key = await createIssue(site, ERIN);
    await site.rest(ERIN, 'POST', `/issue/${key}/transitions`, { transition: { id: '111' } });
    await site.settle();
    expect(runsOf('every-event').at(-1)?.payload).toMatchObject({
      eventType: 'avi:jira:updated:issue',
      jiraEventTypeName: 'issue_generic',
      associatedStatuses: [{ id: '11' }, { id: '12' }],
    });
  });

  it('of a copy say of which issue', async () => {
    const key = await createIssue(site, ERIN);
    const id = site.jira.store.issueKeys.get(key) ?? '';
    const clonedFrom = { id: '1', key: 'OPS-0' };
    await site.settle();
    site.jira.tell({
      ...{ kind: 'created', issueId: id, issueKey: key, projectId: '10000', accountId: ERIN },
      ...{ at: site.clock.now(), changes: [], clonedFrom },
    });
    await site.settle();
    expect(runsOf('every-event').at(-1)?.payload).toMatchObject({ eventType: 'avi:jira:created:issue', clonedFrom });
  });

  it('of a deleted issue tell what it was, also when nothing was heard of it before', async () => {
    const gone = { id: '777', key: 'OPS-77', fields: { summary: 'Was here', project: { id: '10000' } } };
    site.jira.tell({
      ...{ kind: 'deleted', issueId: '777', issueKey: 'OPS-77', projectId: '10000', accountId: JO },
      ...{ at: site.clock.now(), changes: [], gone },
    });
    await site.settle();
    expect(runsOf('every-event').at(-1)?.payload).toMatchObject({
      eventType: 'avi:jira:deleted:issue',
      atlassianId: JO,
      issue: { key: 'OPS-77', fields: { summary: 'Was here' } },
    });
  });

  it('of a comment carry the comment', async () => {
    const key = await createIssue(site, ERIN);
    const body = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hi' }] }] };
    await site.rest(ERIN, 'POST', `/issue/${key}/comment`, { body });
    await site.settle();
    expect(runsOf('comments')[0]?.payload).toMatchObject({
      eventType: 'avi:jira:commented:issue',
      issue: { key },
      comment: { body, author: { accountId: ERIN } },
    });
  });

  it('of a project say what became of it, and nothing comes for its issues', async () => {
    const project = { id: '10000', key: 'OPS', name: 'Operations' };
    for (const kind of ['softdeleted', 'restored', 'deleted'] as const) {
      site.jira.tellOfProject({ kind, accountId: JO, at: site.clock.now(), project });
    }
    await site.settle();
    expect(typesHeard('projects')).toEqual([
      'avi:jira:softdeleted:project',
      'avi:jira:restored:project',
      'avi:jira:deleted:project',
    ]);
    expect(runsOf('projects')[0]?.payload).toEqual({
      eventType: 'avi:jira:softdeleted:project',
      selfGenerated: false,
      project,
      timestamp: String(START.getTime()),
    });
  });

  it('of a project that somebody deletes are sent, and none for its issues', async () => {
    await createIssue(site, ERIN);
    await site.settle();
    const heardSoFar = runsOf('every-event').length;
    expect((await site.rest(JO, 'DELETE', '/project/OPS')).status).toBe(204);
    await site.settle();
    expect(typesHeard('projects')).toEqual(['avi:jira:softdeleted:project']);
    expect(runsOf('every-event')).toHaveLength(heardSoFar);
  });

  it('that are never sent are recorded', () => {
    expect(site.forge.log.unmodelled).toContainEqual(
      expect.objectContaining({ what: 'event avi:jira:viewed:issue: never sent to trigger comments' }),
    );
  });

  it('carry the properties that the trigger asks for, as far as there are any', async () => {
    await summaries(await createIssue(site, ERIN), ['s1']);
    await site.settle();
    expect(runsOf('with-properties')[0]?.payload).toMatchObject({
      payloadIncludeProperties: { "issuetype.properties['emergency-change'].enabled": true },
    });
    expect(JSON.stringify(runsOf('with-properties')[0]?.payload)).not.toContain('absent');
  });
});
