import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiError, type CloudClient } from 'jira.js';
import { paragraph } from '../emulator/support/a-jira';
import { aSocketSite, type SocketSite } from './support/socket-site';

let site: SocketSite;
let pat: CloudClient;
beforeAll(async () => {
  site = await aSocketSite();
  pat = site.clientOf('pat');
});
afterAll(() => {
  site.close();
});

const task = (summary: string, more: object = {}) => ({
  fields: { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary, ...more },
});

const failureOf = (pending: Promise<unknown>): Promise<unknown> =>
  pending.then(
    () => 'no failure',
    (failure: unknown) => failure,
  );

const statusOf = async (issueIdOrKey: string): Promise<unknown> =>
  (await pat.issues.getIssue({ issueIdOrKey, fields: ['status'] })).fields?.status;

/** One day, in order: each step finds what the ones before it left. */
describe('jira.js goes through a day of work over a socket', () => {
  it('finds out where it is and who is there', async () => {
    expect(await pat.serverInfo.getServerInfo()).toMatchObject({ deploymentType: 'Cloud' });
    expect(await pat.myself.getCurrentUser()).toMatchObject({ displayName: 'Pat Peters', accountId: '712020:pat' });
    const projects = await pat.projects.searchProjects({ maxResults: 50 });
    expect(projects.values.map(({ key }) => key)).toEqual(expect.arrayContaining(['OPS', 'WEB']));
    expect(await pat.projects.getProject({ projectIdOrKey: 'WEB' })).toMatchObject({ name: 'Website' });
    const people = await pat.userSearch.findUsers({ query: 'lee' });
    expect(people.map(({ displayName }) => displayName)).toEqual(['Lee Lindt']);
    expect(await pat.userSearch.findAssignableUsers({ project: 'WEB', query: 'erin' })).toMatchObject([
      { accountId: '712020:erin' },
    ]);
  });

  it('reads what a form would ask, creates a task, and edits it', async () => {
    const { issueTypes } = await pat.issues.getCreateIssueMetaIssueTypes({ projectIdOrKey: 'WEB' });
    const type = issueTypes?.find(({ name }) => name === 'Task');
    const { fields } = await pat.issues.getCreateIssueMetaIssueTypeId({
      projectIdOrKey: 'WEB',
      issueTypeId: type?.id ?? '',
    });
    expect(fields?.filter(({ required }) => required).map(({ fieldId }) => fieldId)).toContain('summary');
    const { key } = await pat.issues.createIssue(task('New colours', { description: paragraph('Blue.') }));
    expect(key).toBe('WEB-1');
    await pat.issues.editIssue({ issueIdOrKey: key, fields: { summary: 'New colours for all' } });
    await pat.issues.editIssue({ issueIdOrKey: key, update: { labels: [{ add: 'design' }] } });
    await pat.issues.assignIssue({ issueIdOrKey: key, accountId: '712020:erin' });
    expect(await pat.issues.getIssue({ issueIdOrKey: key })).toMatchObject({
      fields: { summary: 'New colours for all', labels: ['design'], assignee: { displayName: 'Erin Engel' } },
    });
    const history = await pat.issues.getChangeLogs({ issueIdOrKey: key });
    expect(history.values.flatMap(({ items }) => items?.map(({ field }) => field))).toEqual([
      'summary',
      'labels',
      'assignee',
    ]);
  });

  it('talks about it, and keeps something of its own with it', async () => {
    const { id } = await pat.issueComments.addComment({ issueIdOrKey: 'WEB-1', body: paragraph('Which blue?') });
    const { comments } = await site.clientOf('erin').issueComments.getComments({ issueIdOrKey: 'WEB-1' });
    expect(comments).toMatchObject([{ id, author: { displayName: 'Pat Peters' } }]);
    const ours = { issueIdOrKey: 'WEB-1', propertyKey: 'com.example.colour' };
    await pat.issueProperties.setIssueProperty({ ...ours, body: { blue: true } });
    expect(await pat.issueProperties.getIssueProperty(ours)).toMatchObject({ value: { blue: true } });
    await pat.issueProperties.deleteIssueProperty(ours);
    expect(await failureOf(pat.issueProperties.getIssueProperty(ours))).toMatchObject({ status: 404 });
  });

  it('walks through a search by pages', async () => {
    for (let n = 0; n < 5; n += 1) await pat.issues.createIssue(task(`Page ${n}`));
    const seen: string[] = [];
    let nextPageToken: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof pat.issueSearch.searchAndReconsileIssuesUsingJqlPost>> =
        await pat.issueSearch.searchAndReconsileIssuesUsingJqlPost({
          jql: 'project = WEB ORDER BY key',
          maxResults: 4,
          fields: ['summary'],
          ...(nextPageToken === undefined ? {} : { nextPageToken }),
        });
      seen.push(...(page.issues ?? []).map(({ key }) => key ?? ''));
      nextPageToken = page.nextPageToken ?? undefined;
    } while (nextPageToken !== undefined);
    expect(seen).toEqual(['WEB-1', 'WEB-2', 'WEB-3', 'WEB-4', 'WEB-5', 'WEB-6']);
    expect(await pat.issueSearch.countIssues({ jql: 'project = WEB' })).toMatchObject({ count: 6 });
  });

  it('moves an issue on by a transition that is there', async () => {
    const { transitions } = await pat.issues.getTransitions({ issueIdOrKey: 'WEB-1' });
    const start = transitions?.find(({ name }) => name === 'In Progress');
    await pat.issues.doTransition({ issueIdOrKey: 'WEB-1', transition: { id: start?.id ?? '' } });
    expect(await statusOf('WEB-1')).toMatchObject({ name: 'In Progress' });
  });

  it('creates many at once, and hears which of them failed', async () => {
    const { issues, errors } = await pat.issues.createIssues({ issueUpdates: [task('One'), task(''), task('Two')] });
    expect(issues?.map(({ key }) => key)).toEqual(['WEB-7', 'WEB-8']);
    expect(errors).toMatchObject([
      { failedElementNumber: 1, elementErrors: { errors: { summary: 'You must specify a summary of the issue.' } } },
    ]);
  });

  it('links issues, and to what is elsewhere', async () => {
    await pat.issueLinks.linkIssues({
      type: { name: 'Blocks' },
      inwardIssue: { key: 'WEB-7' },
      outwardIssue: { key: 'WEB-8' },
    });
    const { fields } = await pat.issues.getIssue({ issueIdOrKey: 'WEB-7', fields: ['issuelinks'] });
    expect(fields?.issuelinks).toMatchObject([{ type: { name: 'Blocks' }, outwardIssue: { key: 'WEB-8' } }]);
    await pat.issueRemoteLinks.createOrUpdateRemoteIssueLink({
      issueIdOrKey: 'WEB-7',
      object: { url: 'https://build.example.com/7', title: 'Build 7' },
    });
    expect(await pat.issueRemoteLinks.getRemoteIssueLinks({ issueIdOrKey: 'WEB-7' })).toMatchObject([
      { object: { title: 'Build 7' } },
    ]);
  });

  it('watches what it created, until it does not any more', async () => {
    const { watchers } = await pat.issueWatchers.getIssueWatchers({ issueIdOrKey: 'WEB-7' });
    expect(watchers?.map(({ displayName }) => displayName)).toEqual(['Pat Peters']);
    await pat.issueWatchers.removeWatcher({ issueIdOrKey: 'WEB-7', accountId: '712020:pat' });
    expect(await pat.issueWatchers.getIssueWatchers({ issueIdOrKey: 'WEB-7' })).toMatchObject({ isWatching: false });
  });

  it('is told what is wrong in words, and by status', async () => {
    const ada = site.clientOf('ada');
    const refusals = [
      { ask: () => pat.issues.createIssue(task('')), status: 400, words: 'You must specify a summary of the issue.' },
      { ask: () => pat.issues.getIssue({ issueIdOrKey: 'WEB-99' }), status: 404, words: 'Issue does not exist' },
      { ask: () => ada.issues.editIssue({ issueIdOrKey: 'WEB-1', fields: { summary: 'x' } }), status: 403, words: '' },
      { ask: () => pat.issueSearch.countIssues({ jql: 'colour = red' }), status: 400, words: "Field 'colour'" },
      { ask: () => site.clientOf('pat', 'guess').myself.getCurrentUser(), status: 401, words: '' },
    ];
    for (const { ask, status, words } of refusals) {
      const failure = await failureOf(ask());
      expect(failure).toBeInstanceOf(ApiError);
      expect(failure).toMatchObject({ status });
      expect(String(failure)).toContain(words);
    }
  });
});
