import { beforeEach, describe, expect, it } from '@jest/globals';
import { CLOSE, MARK_DEPLOYED, procedure } from '../support/a-procedure';
import { aSite, type Site } from '../support/a-site';
import { onRecord, plain } from '../support/on-record';
import { HOUR, timeOf } from '../support/site-time';

let site: Site;
let key: string;
let people: ReturnType<typeof procedure>;
let record: ReturnType<typeof onRecord>;
let time: ReturnType<typeof timeOf>;
beforeEach(async () => {
  site = await aSite();
  people = procedure(site);
  record = onRecord(site);
  time = timeOf(site);
  key = await site.open();
  await site.settle();
});

const breaches = () => record.breaches(record.issue(key).id);
const subtask = (words: string) => {
  const found = record.subtasks(key).find(({ fields }) => String(fields.summary).startsWith(words));
  if (found === undefined) throw new Error(`There is no subtask ${words}.`);
  return found;
};
const statusName = ({ statusId }: { readonly statusId: string }) => site.jira.store.statuses.get(statusId)?.name;
const close = async (issueKey: string, who = 'erin') => {
  const { body } = await site.rest(who, 'GET', `/issue/${issueKey}/transitions`);
  const { transitions } = body as { transitions: { id: string; to: { statusCategory: { key: string } } }[] };
  const done = transitions.find(({ to }) => to.statusCategory.key === 'done');
  await people.move(who, issueKey, done?.id ?? '');
};
const link = (document: 'pull-request' | 'change-documentation', href = 'https://example.com/42') =>
  people.act('erin', key, { kind: 'link-document', document, link: href });

describe('the deployment starts three follow-ups', () => {
  it('as subtasks with assignee and due date, once, however often the app looks', async () => {
    await people.deploy(key, 'pat');
    await time.pass(24 * HOUR);
    expect(
      record.subtasks(key).map(({ creatorId, fields }) => [creatorId, fields.summary, fields.assignee, fields.duedate]),
    ).toEqual([
      ['712020:emergency-change-app', 'Post-mortem review of emergency change 1', '712020:erin', '2026-11-27'],
      ['712020:emergency-change-app', 'Change documentation of emergency change 1', '712020:pat', '2026-11-27'],
      ['712020:emergency-change-app', 'Pull request of emergency change 1', '712020:pat', '2026-11-27'],
    ]);
  });

  it('with the report of the post-mortem begun from what the ledger knows', async () => {
    await people.reviewBoth(key);
    await people.report('pat', key, 'engineering-lead', 'lee', { saidAt: '2026-11-24T02:30:00.000Z' });
    await people.ratify('lee', key, 'engineering-lead');
    await site.approve('sam', key, 'security');
    await time.standStill(HOUR);
    await site.startDeployment('pat', key);
    await site.settle();
    await people.move('pat', key, MARK_DEPLOYED);
    await site.settle();
    const description = subtask('Post-mortem').fields.description;
    const text = plain(description);
    for (const words of [
      'Summary',
      'Checkout answers 500',
      'Timeline',
      '02:30 (UTC):',
      'approved, verbal, by phone as an Engineering Lead',
      'ratified that approval',
      'Security review passed',
      'https://example.com/pull/42',
      'Went to Deploying.',
      'Contributing factors',
      'Deviations from the procedure',
      'None on record.',
      'Action items',
    ]) {
      expect(text).toContain(words);
    }
    expect(JSON.stringify(description)).toContain('712020:sam');
  });

  it('that tells of deviations where there are some', async () => {
    await people.approveBoth(key);
    await site.rest('erin', 'POST', '/bulk/issues/transition', {
      bulkTransitionInputs: [{ selectedIssueIdsOrKeys: [key], transitionId: '111' }],
    });
    await site.settle();
    await people.move('erin', key, MARK_DEPLOYED);
    await site.settle();
    expect(plain(subtask('Post-mortem').fields.description)).toContain('Went into deployment past the closed gate.');
  });

  it('due at the end of the third business day, over a weekend', async () => {
    await time.until('2026-11-27T15:00:00.000Z');
    await people.deploy(key);
    expect((await site.change('erin', key)).followUps.map(({ due }) => due)).toEqual(
      Array(3).fill('2026-12-02T23:59:59.999Z'),
    );
    expect(record.subtasks(key).map(({ fields }) => fields.duedate)).toEqual(Array(3).fill('2026-12-02'));
  });

  it('also when every event was lost, within the hour', async () => {
    await people.approveBoth(key);
    await people.reviewBoth(key);
    site.forge.events.disorder({ losses: 1 });
    await site.startDeployment('erin', key);
    await people.move('erin', key, MARK_DEPLOYED);
    await time.pass(HOUR);
    expect(record.subtasks(key)).toHaveLength(3);
    expect((await site.change('erin', key)).deployment.entry?.verdict).toBe('clean');
  });
});

describe('what is due', () => {
  beforeEach(() => people.deploy(key));

  it('is reminded of one business day before, once', async () => {
    await time.until('2026-11-26T23:59:00.000Z');
    expect(record.emails('due soon')).toEqual([]);
    await time.until('2026-11-27T12:00:00.000Z');
    expect(record.emails('due soon')).toMatchObject([{ to: ['lee', 'lou', 'sam', 'sky'] }]);
    expect(record.emails('due soon')[0]?.at.slice(0, 10)).toBe('2026-11-27');
    expect(record.comments(key).filter((text) => text.includes('complete what is still open'))).toHaveLength(1);
    expect(record.projection(key)).toMatchObject({ dueState: 'due-soon', postMortem: 'open' });
  });

  it('and not done is flagged once: in the ledger, for searches, by label, flag, comment and e-mail', async () => {
    await time.until('2026-11-30T12:00:00.000Z');
    const rules = ['change-documentation-late', 'post-mortem-late', 'pull-request-late'];
    expect([...breaches()].sort()).toEqual(rules);
    expect(record.projection(key)).toMatchObject({ dueState: 'overdue', postMortem: 'overdue', breaches: rules });
    const { fields } = record.issue(key);
    expect(fields.labels).toEqual(['emergency-change', 'emergency-change-breach']);
    const { body } = await site.rest('erin', 'GET', `/issue/${key}?fields=customfield_10021`);
    expect(body).toMatchObject({ fields: { customfield_10021: [{ value: 'Impediment' }] } });
    const [told, ...others] = record.emails('Breach');
    expect(others).toEqual([]);
    const [comment, ...more] = record.comments(key).filter((text) => text.includes('stays on record'));
    expect(more).toEqual([]);
    for (const words of ['The post-mortem was not', 'The change documentation was not', 'The pull request was not']) {
      expect(told?.text).toContain(words);
      expect(comment).toContain(words);
    }
  });

  it('and done late keeps both times, and the breach', async () => {
    await time.until('2026-11-30T12:00:00.000Z');
    await people.catchUp(key);
    await time.pass(2 * HOUR);
    const change = await site.change('erin', key);
    expect(change.followUps).toMatchObject(
      Array(3).fill({ state: 'done-late', due: '2026-11-27T23:59:59.999Z', doneAt: '2026-11-30T12:00:00.000Z' }),
    );
    expect(record.projection(key)).toMatchObject({ dueState: 'none', postMortem: 'done-late' });
    expect(breaches()).toHaveLength(3);
    expect((await people.move('erin', key, CLOSE)).status).toBe(204);
  });

  it('and done in time is no breach, whenever the app looks', async () => {
    await people.catchUp(key);
    await time.until('2026-12-01T12:00:00.000Z');
    expect(breaches()).toEqual([]);
    expect(record.emails('due soon')).toEqual([]);
    expect(record.issue(key).fields.labels).toEqual(['emergency-change']);
  });
});

describe('the post-mortem', () => {
  beforeEach(async () => {
    await people.deploy(key);
    await time.standStill(2 * HOUR);
  });
  const held = (who = 'lee', changes: object = {}) =>
    site.act(who, key, {
      kind: 'record-post-mortem',
      heldAt: '2026-11-24T04:00:00.000Z' as never,
      link: 'https://example.com/pm',
      ...changes,
    });
  const took = (who: string, slot: 'engineering-lead' | 'security') =>
    site.act(who, key, { kind: 'confirm-attendance', slot });
  const state = async () => (await site.change('erin', key)).followUps[0]?.state;

  it.each([
    { what: 'before the deployment', code: 'too-early', who: 'lee', changes: { heldAt: '2026-11-24T02:00:00.000Z' } },
    { what: 'in the future', code: 'in-the-future', who: 'lee', changes: { heldAt: '2026-11-24T05:00:01.000Z' } },
    { what: 'without its report', code: 'bad-input', who: 'lee', changes: { link: '' } },
    { what: 'by somebody who only reads', code: 'may-not-edit', who: 'ada', changes: {} },
  ])('is not recorded $what', async ({ code, who, changes }) => {
    expect(await held(who, changes)).toMatchObject({ kind: 'refused', code });
  });

  it('is complete when a member of each group has said that he took part, one of them not its author', async () => {
    expect(await took('lee', 'engineering-lead')).toMatchObject({ code: 'too-early' });
    await held('lee');
    expect(await took('sam', 'engineering-lead')).toMatchObject({ code: 'not-eligible' });
    await took('lee', 'engineering-lead');
    expect(await took('lee', 'engineering-lead')).toMatchObject({ code: 'already-decided' });
    expect(await state()).toBe('open');
    await took('sky', 'security');
    expect(await state()).toBe('done');
    expect(await held('erin')).toMatchObject({ code: 'already-decided' });
  });

  it('closes its subtask when it is complete', async () => {
    await held();
    await took('lou', 'engineering-lead');
    await site.settle();
    expect(statusName(subtask('Post-mortem'))).toBe('To Do');
    await took('sam', 'security');
    await site.settle();
    expect(statusName(subtask('Post-mortem'))).toBe('Done');
  });
});

describe('a subtask', () => {
  beforeEach(() => people.deploy(key));

  it('that is closed without its link earns one comment that asks for it', async () => {
    const { key: subtaskKey } = subtask('Pull request');
    await close(subtaskKey);
    await time.pass(3 * HOUR);
    expect(record.comments(subtaskKey)).toEqual([expect.stringContaining('the pull request is not linked yet')]);
    expect(record.bells('is not linked yet')[0]?.to).toContain('712020:erin');
    expect((await people.move('erin', key, CLOSE)).status).toBe(400);
    await link('pull-request');
    await time.pass(3 * HOUR);
    expect(record.comments(subtaskKey)).toHaveLength(1);
    expect((await site.change('erin', key)).followUps[2]).toMatchObject({ state: 'done' });
  });

  it('is asked for its link within a day also when the event of its closing was lost', async () => {
    site.forge.events.disorder({ losses: 1 });
    const { key: subtaskKey } = subtask('Change documentation');
    await close(subtaskKey);
    await time.pass(25 * HOUR);
    expect(record.comments(subtaskKey)).toHaveLength(1);
  });

  it('is closed by its link, and asks nothing of who closes it himself afterwards', async () => {
    await link('pull-request');
    await site.settle();
    expect(statusName(subtask('Pull request'))).toBe('Done');
    expect(statusName(subtask('Change documentation'))).toBe('To Do');
    await time.pass(3 * HOUR);
    expect(record.comments(subtask('Pull request').key)).toEqual([]);
  });

  it('that somebody deleted is not made again, and the follow-up is due all the same', async () => {
    const { key: subtaskKey } = subtask('Pull request');
    expect((await site.rest('jo', 'DELETE', `/issue/${subtaskKey}`)).status).toBe(204);
    await time.pass(25 * HOUR);
    expect(record.subtasks(key)).toHaveLength(2);
    await link('pull-request');
    await time.pass(3 * HOUR);
    expect((await site.change('erin', key)).followUps[2]).toMatchObject({ state: 'done' });
    const failed = record.eventsOf(key, 'effect-failed');
    expect(failed.filter((event) => event.id.startsWith('close-subtask'))).toEqual([]);
  });
});

describe('the closure', () => {
  it('is asked for by its gate: everything or nothing, in words', async () => {
    await people.deploy(key);
    await time.standStill(HOUR);
    const blocked = JSON.stringify((await people.move('erin', key, CLOSE)).body);
    for (const words of [
      'The post-mortem is not complete',
      'The change documentation is not linked yet',
      'The pull request is not linked yet',
    ]) {
      expect(blocked).toContain(words);
    }
    await people.catchUp(key);
    expect((await people.move('erin', key, CLOSE)).status).toBe(204);
    await site.settle();
    expect(await site.change('erin', key)).toMatchObject({ phase: 'completed', breaches: [] });
    expect(record.projection(key)).toMatchObject({ phase: 'completed', awaiting: ['nothing'], breaches: ['none'] });
  });
});
