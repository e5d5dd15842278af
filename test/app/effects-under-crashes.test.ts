import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { crashPointsOf } from '../../emulator/forge/crash-points';
import type { Failure } from '../../emulator/forge/faults';
import type { RemoteCall } from '../../emulator/forge/log';
import { workflowOf } from '../../emulator/jira/configuration';
import { createIssue } from '../../emulator/jira/issue-create';
import { known } from '../../emulator/jira/store';
import { aroundTheGates, MARK_DEPLOYED, procedure, STATUS } from '../support/a-procedure';
import { aSite, type Site } from '../support/a-site';
import { onRecord } from '../support/on-record';
import { MINUTE, timeOf } from '../support/site-time';

/**
 * Each thing that the app does outside its store, broken at each of its remote calls. Afterwards the platform is well
 * again and some time passes: then everything is there, and nothing twice, save e-mails, which cannot be looked up.
 */
interface Scenario {
  readonly name: string;
  readonly prepare: (site: Site) => Promise<void>;
  readonly go: (site: Site) => Promise<void>;
  /** Ids of the effects that have to be done by the scenario. */
  readonly effects: readonly string[];
}

const KEY = 'OPS-1';
const WORKER = 'change-worker';
const MARK = 'emergency-change-effect';

const SCENARIOS: readonly Scenario[] = [
  {
    name: 'registration: two e-mails, a comment, a label',
    prepare: () => Promise.resolve(),
    go: async (site) => {
      await site.open();
    },
    effects: [
      'email:registered:engineering-lead',
      'email:registered:security',
      'comment:registered',
      'label:emergency-change',
    ],
  },
  {
    name: 'deployment: three subtasks',
    prepare: async (site) => {
      const { approveBoth, reviewBoth } = procedure(site);
      await site.open();
      await site.settle();
      await approveBoth(KEY);
      await reviewBoth(KEY);
      await site.startDeployment('erin', KEY);
      await timeOf(site).pass(MINUTE);
    },
    go: async (site) => {
      await procedure(site).move('erin', KEY, MARK_DEPLOYED);
    },
    effects: ['subtask:post-mortem', 'subtask:change-documentation', 'subtask:pull-request'],
  },
  {
    name: 'a breach: an e-mail, a comment, a label, the flag',
    prepare: async (site) => {
      await site.open();
      await timeOf(site).pass(MINUTE);
    },
    go: (site) => {
      aroundTheGates(site).putStatus('erin', KEY, STATUS.deploying);
      return Promise.resolve();
    },
    effects: ['label:emergency-change-breach', 'flag'],
  },
  {
    name: 'what becomes of subtasks: one closed by its link, one asked for its link',
    prepare: async (site) => {
      await site.open();
      await site.settle();
      await procedure(site).deploy(KEY);
      await timeOf(site).pass(MINUTE);
    },
    go: async (site) => {
      const subtask = onRecord(site)
        .subtasks(KEY)
        .find(({ fields }) => String(fields.summary).startsWith('Change'));
      await procedure(site).move('erin', subtask?.key ?? '', '31');
      await site.act('erin', KEY, { kind: 'link-document', document: 'pull-request', link: 'https://example.com/pr' });
    },
    effects: ['close-subtask:link:pull-request', 'comment:link:change-documentation'],
  },
];

/** Longer than a lease and the first repetitions together. */
const AFTERWARDS = 12 * MINUTE;

const marksOf = (properties: readonly Readonly<Record<string, unknown>>[]) =>
  properties.flatMap((all) => {
    const mark = all[MARK];
    return typeof mark === 'object' && mark !== null && 'effectId' in mark ? [String(mark.effectId)] : [];
  });

/** Of the one change of the site. */
function headOf(site: Site) {
  const rows = site.forge.kvs.store
    .entries('entity:ledger', 0)
    .map(({ value }) => value as { seq: number; hash: string });
  const last = rows.sort((a, b) => a.seq - b.seq).at(-1);
  return { seq: last?.seq, headHash: last?.hash };
}

function checkAll(site: Site, effects: readonly string[]): void {
  const record = onRecord(site);
  const issue = record.issue(KEY);
  const subtasks = record.subtasks(KEY);
  const events = record.events(issue.id);
  const intended = events.flatMap((event) => (event.type === 'effects-intended' ? event.effects : []));
  const done = events.flatMap((event) => (event.type === 'effect-done' ? [event.id] : []));
  expect(intended.map(({ id }) => id)).toEqual(expect.arrayContaining([...effects]));
  expect([...done].sort()).toEqual(intended.map(({ id }) => id).sort());

  const idsOf = (kind: string) => intended.filter(({ action }) => action.kind === kind).map(({ id }) => id);
  const comments = [issue, ...subtasks].flatMap((one) => one.comments.map(({ properties }) => properties));
  expect(marksOf(comments).sort()).toEqual(idsOf('comment').sort());
  expect(marksOf(subtasks.map(({ properties }) => properties)).sort()).toEqual(idsOf('subtask').sort());
  const { labels } = issue.fields;
  expect(labels).toEqual(intended.flatMap(({ action }) => (action.kind === 'label' ? [action.label] : [])));
  expect(Array.isArray(issue.fields.customfield_10021)).toBe(idsOf('flag').length === 1);
  const closed = subtasks.filter(({ statusId }) => statusId === '3');
  if (idsOf('close-subtask').length > 0) expect(closed.map(({ fields }) => fields.summary)).toHaveLength(2);

  const emails = idsOf('email').length;
  expect(record.emails().length).toBeGreaterThanOrEqual(emails);
  expect(record.emails().length).toBeLessThanOrEqual(emails + 2);

  expect(record.projection(KEY)).toMatchObject(headOf(site));
  expect(record.breaches(issue.id)).not.toContain('projection-tampered');
}

describe.each(SCENARIOS)('$name', ({ prepare, go, effects }) => {
  let site: Site;
  let start: ReturnType<Site['whole']['snapshot']>;
  let calls: readonly RemoteCall[];

  const run = async () => {
    await go(site);
    await site.settle();
    await timeOf(site).pass(AFTERWARDS);
  };
  /** The scenario, gone wrong as told at each of the chosen calls of the worker, one after the other. */
  const atEachPoint = async (failure: (when: 'before' | 'after') => Failure, writesOnly: boolean, set?: () => void) => {
    const points = crashPointsOf(calls, WORKER).filter(({ what }) => !writesOnly || isWrite(what));
    expect(points.length).toBeGreaterThan(5);
    for (const { run: nthRun, call, when, what } of points) {
      site.whole.restore(start);
      set?.();
      const stop = site.forge.faults.add({ functionKey: WORKER, run: nthRun, nthInRun: call, failure: failure(when) });
      await run();
      stop();
      try {
        checkAll(site, effects);
      } catch (problem) {
        throw new Error(`Broken ${when} call ${call} (${what}) of run ${nthRun}: ${String(problem)}`, {
          cause: problem,
        });
      }
    }
    return points.length;
  };

  beforeAll(async () => {
    site = await aSite();
    await prepare(site);
    start = site.whole.snapshot();
    const before = site.forge.calls.length;
    await run();
    calls = site.forge.calls.slice(before);
    checkAll(site, effects);
  });

  it('is there once when nothing goes wrong and every message comes twice', async () => {
    site.whole.restore(start);
    site.forge.queue.settings.duplicates = 1;
    await run();
    checkAll(site, effects);
  });

  it('is there once wherever the worker is ended, before and after each of its calls', async () => {
    await atEachPoint((when) => ({ kind: 'kill', when }), false);
  });

  it('is there once wherever the worker is ended at a write and every message comes twice', async () => {
    await atEachPoint(
      (when) => ({ kind: 'kill', when }),
      true,
      () => {
        site.forge.queue.settings.duplicates = 1;
      },
    );
  });

  it('is there once whichever answer to a write is lost, and whichever write never arrives', async () => {
    await atEachPoint((when) => ({ kind: 'drop', when }), true);
  });
});

describe('a subtask that surfaces late, when another one was made in its place', () => {
  let site: Site;
  let record: ReturnType<typeof onRecord>;
  beforeEach(async () => {
    site = await aSite();
    record = onRecord(site);
    await site.open();
    await site.settle();
    await procedure(site).deploy(KEY);
    const [made] = record.subtasks(KEY);
    if (made === undefined) throw new Error('No subtask was made.');
    await createIssue(site.jira, {
      project: known(site.jira.store.projects, made.projectId),
      type: known(site.jira.store.issueTypes, made.issueTypeId),
      workflow: workflowOf(site.jira.store, made),
      parentId: made.parentId,
      values: made.fields,
      properties: made.properties,
      creatorId: made.creatorId,
    });
  });
  const lookAgain = async () => {
    await site.rest('erin', 'PUT', `/issue/${KEY}`, { fields: { labels: ['seen', 'emergency-change'] } });
    await timeOf(site).pass(MINUTE);
  };

  it('is taken away', async () => {
    const project = known(site.jira.store.projects, '10000');
    const { CREATE_ISSUES } = project.permissions;
    project.permissions = { ...project.permissions, DELETE_ISSUES: CREATE_ISSUES ?? [] };
    await lookAgain();
    expect(record.subtasks(KEY)).toHaveLength(3);
  });

  it('is closed where the app may not delete, and holds up nothing', async () => {
    await lookAgain();
    const reviews = record.subtasks(KEY).filter(({ fields }) => String(fields.summary).startsWith('Post-mortem'));
    expect(reviews.map(({ statusId }) => statusId)).toEqual(['1', '3']);
    const calls = site.forge.calls.length;
    await lookAgain();
    expect(site.forge.calls.slice(calls).filter(({ operation }) => operation.startsWith('DELETE'))).toEqual([]);
    await site.act('erin', KEY, { kind: 'link-document', document: 'pull-request', link: 'https://example.com/pr' });
    await timeOf(site).pass(MINUTE);
    expect(record.projection(KEY)).toMatchObject(headOf(site));
  });
});

describe('several workers at the same moment, as if the queue kept no order', () => {
  it('make everything once', async () => {
    const site = await aSite();
    const record = onRecord(site);
    await site.open();
    const { id } = record.issue(KEY);
    const visit = () =>
      site.forge.invoke({
        functionKey: WORKER,
        moduleKey: 'change-consumer',
        limitSeconds: 120,
        payload: { body: { issueId: id }, jobId: 'j', eventId: 'e', queueName: 'changes' },
      });
    await Promise.all([visit(), visit(), visit(), visit()]);
    await timeOf(site).pass(AFTERWARDS);
    checkAll(site, []);
    expect(record.register()).toHaveLength(1);
    await procedure(site).approveBoth(KEY);
    await procedure(site).reviewBoth(KEY);
    await site.startDeployment('erin', KEY);
    await procedure(site).move('erin', KEY, MARK_DEPLOYED);
    await Promise.all([visit(), visit(), visit(), visit()]);
    await timeOf(site).pass(AFTERWARDS);
    checkAll(site, []);
    expect(record.subtasks(KEY)).toHaveLength(3);
  });
});

const isWrite = (what: string) => /POST|PUT|DELETE|entity\/set|transaction/.test(what);
