import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import type { Jira } from '../../emulator/jira/jira';
import type { Issue } from '../../emulator/jira/model/issue';
import { aJira, as, call, emergency } from './support/a-jira';
import { putIssue } from './support/an-issue';

let jira: Jira;
beforeEach(() => {
  jira = aJira();
  // Issues put straight into the store have the keys up to here.
  jira.store.projects.forEach((project) => (project.lastIssueNumber = 100));
});

const Found = v.object({ issues: v.array(v.object({ id: v.string() })) });
async function idsOf(jql: string, reconcileIssues: readonly number[] = []): Promise<readonly string[]> {
  const body = { jql: `${jql} ORDER BY id ASC`, reconcileIssues };
  return v.parse(Found, (await call(jira, as('erin'), 'POST', '/search/jql', body)).body).issues.map(({ id }) => id);
}
const countOf = async (jql: string) =>
  (await call(jira, as('erin'), 'POST', '/search/approximate-count', { jql })).body;
const Created = v.object({ id: v.string() });

describe('an index that is late', () => {
  it('finds what was created, changed and deleted only after its lag', async () => {
    putIssue(jira, { id: '1', fields: { summary: 'Old words' } });
    expect(await idsOf('project = OPS')).toEqual(['1']);
    jira.searchIndex.lag = 5_000;
    const { id } = v.parse(Created, (await call(jira, as('erin'), 'POST', '/issue', emergency('New words'))).body);
    await call(jira, as('erin'), 'PUT', '/issue/1', { fields: { summary: 'Other words' } });
    await jira.clock.advance(4_999);
    expect(await idsOf('project = OPS')).toEqual(['1']);
    expect(await idsOf('summary ~ "old"')).toEqual(['1']);
    expect(await countOf('summary ~ "words"')).toEqual({ count: 1 });
    await jira.clock.advance(1);
    expect(await idsOf('project = OPS')).toEqual(['1', id]);
    expect(await idsOf('summary ~ "old"')).toEqual([]);
    expect(await idsOf('summary ~ "other"')).toEqual(['1']);
    await call(jira, as('jo'), 'DELETE', `/issue/${id}`);
    expect(await idsOf('project = OPS')).toEqual(['1']);
    expect(await countOf('project = OPS')).toEqual({ count: 2 });
    await jira.clock.advance(5_000);
    expect(await countOf('project = OPS')).toEqual({ count: 1 });
  });

  it('counts from when something was written, not from the first search', async () => {
    putIssue(jira, { id: '1' });
    expect(await idsOf('project = OPS')).toEqual(['1']);
    jira.searchIndex.lag = 5_000;
    const { id } = v.parse(Created, (await call(jira, as('erin'), 'POST', '/issue', emergency())).body);
    await jira.clock.advance(5_000);
    expect(await idsOf('project = OPS')).toEqual(['1', id]);
  });

  it('is seen through by reconcileIssues, for that search alone', async () => {
    putIssue(jira, { id: '1', fields: { summary: 'Old words' } });
    putIssue(jira, { id: '2', fields: { summary: 'Old words' } });
    expect(await idsOf('summary ~ "old"')).toEqual(['1', '2']);
    jira.searchIndex.lag = 60_000;
    await call(jira, as('erin'), 'PUT', '/issue/1', { fields: { summary: 'New' } });
    await call(jira, as('erin'), 'PUT', '/issue/2', { fields: { summary: 'New' } });
    const { id } = v.parse(Created, (await call(jira, as('erin'), 'POST', '/issue', emergency('New'))).body);
    expect(await idsOf('summary ~ "old"', [1])).toEqual(['2']);
    expect(await idsOf('summary ~ "new"', [1, Number(id)])).toEqual(['1', id]);
    expect(await idsOf('summary ~ "old"')).toEqual(['1', '2']);
    const most = Array.from({ length: 51 }, (_, n) => n);
    const reply = await call(jira, as('erin'), 'POST', '/search/jql', { jql: 'project = OPS', reconcileIssues: most });
    expect(reply.status).toBe(400);
  });

  it('shows all at once when the lag is switched off, the newest last', async () => {
    putIssue(jira, { id: '1', fields: { summary: 'First' } });
    expect(await idsOf('summary ~ "first"')).toEqual(['1']);
    jira.searchIndex.lag = 60_000;
    await call(jira, as('erin'), 'PUT', '/issue/1', { fields: { summary: 'Second' } });
    jira.searchIndex.lag = 0;
    await call(jira, as('erin'), 'PUT', '/issue/1', { fields: { summary: 'Third' } });
    expect(await idsOf('summary ~ "third"')).toEqual(['1']);
    expect(await idsOf('summary ~ "second"')).toEqual([]);
  });

  it('a site in place of another one is found at once', async () => {
    putIssue(jira, { id: '1' });
    expect(await idsOf('project = OPS')).toEqual(['1']);
    jira.searchIndex.lag = 60_000;
    jira.store.issues.clear();
    putIssue(jira, { id: '2' });
    jira.searchIndex.rebuild();
    expect(await idsOf('project = OPS')).toEqual(['2']);
  });
});

describe('the index follows the store', () => {
  const other: Partial<{ [Part in keyof Issue]: Issue[Part] }> = {
    key: 'OPS-99',
    projectId: '10001',
    issueTypeId: '10011',
    creatorId: '712020:pat',
    parentId: '2',
    created: '2020-01-01T00:00:00.000Z',
    updated: '2030-01-01T00:00:00.000Z',
    statusId: '12',
    fields: {},
    properties: {},
    comments: [],
    histories: [],
    watchers: [],
  };

  it('whatever part of an issue is replaced', () => {
    const issue = putIssue(jira, { id: '1' });
    const indexed = () => jira.searchIndex.read([], ({ issues }) => issues[0]);
    const parts = Object.keys(issue).filter((part) => part !== 'id');
    expect(Object.keys(other).sort()).toEqual(parts.sort());
    for (const part of parts) {
      jira.store.issues.change(issue, Object.fromEntries(Object.entries(other).filter(([name]) => name === part)));
      expect(indexed()).toEqual(issue);
    }
  });

  it('whichever issues come and go between two searches', async () => {
    for (const id of ['1', '2', '3']) putIssue(jira, { id });
    expect(await idsOf('project = OPS')).toEqual(['1', '2', '3']);
    jira.store.issues.delete('2');
    putIssue(jira, { id: '4' });
    expect(await idsOf('project = OPS')).toEqual(['1', '3', '4']);
    putIssue(jira, { id: '2' });
    jira.store.issues.delete('1');
    expect(await idsOf('project = OPS')).toEqual(['2', '3', '4']);
    jira.store.issues.clear();
    expect(await idsOf('project = OPS')).toEqual([]);
  });
});
