import { checkGate } from '../../src/application/check-gate';
import { factsOf } from '../../src/application/issue-facts';
import { loadChange } from '../../src/application/load-change';
import type { Deeds, IssueReading, Ports } from '../../src/application/ports';
import { type ActOutcome, recordAct } from '../../src/application/record-act';
import { tendChange } from '../../src/application/tend-change';
import type { Change } from '../../src/domain/change';
import type { Act } from '../../src/domain/command';
import { contentDigest } from '../../src/domain/content';
import { evolve, headOf } from '../../src/domain/evolve';
import { type Digest, type Moment, momentOf } from '../../src/domain/ids';
import { contentOf } from '../../src/domain/issue-facts';
import type { GateKind, Group } from '../../src/domain/policy';
import { type LedgerRow, readRow } from '../../src/domain/row';
import { LEADS, NOW, SECURITY } from './a-change';
import { account, freshCommandId, issueId, memoryPorts, memoryStores } from './memory-ports';

/** People of the model, with their groups. `alex` is in both. */
export const MODEL_GROUPS: Readonly<Record<string, readonly Group[]>> = {
  erin: [],
  pat: [],
  lee: [LEADS],
  lou: [LEADS],
  sam: [SECURITY],
  sky: [SECURITY],
  alex: [LEADS, SECURITY],
};

export const STATUSES = {
  identified: { id: '11', name: 'Identified' },
  deploying: { id: '12', name: 'Deploying' },
  deployed: { id: '13', name: 'Deployed' },
  closed: { id: '14', name: 'Closed' },
  cancelled: { id: '15', name: 'Cancelled' },
} as const;
export type StatusName = keyof typeof STATUSES;

const ID = issueId('10001');
const KIND_FIELD = 'customfield_1';

const firstReading = (created: Moment): IssueReading => ({
  issueId: ID,
  issueKey: 'OPS-1',
  projectId: '10000',
  workType: 'Emergency Change',
  status: STATUSES.identified,
  createdAt: created,
  content: { summary: 'Checkout answers 500', description: null },
  creator: account('erin'),
  reporter: account('erin'),
  assignee: null,
  labels: [],
  fieldIds: new Map([['Kind of critical issue', KIND_FIELD]]),
  fields: { [KIND_FIELD]: { id: '1', value: 'Service outage' } },
  projection: { fieldId: 'projection', value: null },
  mayEdit: true,
  subtasks: [],
  history: [],
});

/** One issue in a Jira of a few lines, used through the real use cases; for histories by the hundred. */
export function aModelSite(skew = 0) {
  const stores = memoryStores();
  let clock = NOW.getTime();
  let reading: IssueReading | undefined = firstReading(momentOf(NOW));
  let last = 0;
  const outbox: string[] = [];
  const comments = new Map<string, string>();
  const readings = new Map<number, IssueReading>();
  let deedsFail = false;
  let visitedWell = false;
  const jiraNow = () => momentOf(new Date(clock));

  const change = (over: Partial<IssueReading>) => {
    if (reading !== undefined) reading = { ...reading, ...over };
  };
  const record = (who: string, items: IssueReading['history'][number]['items'], over: Partial<IssueReading>) => {
    if (reading === undefined) return;
    const entry = { historyId: String((last += 1)), at: jiraNow(), by: account(who), items };
    change({ ...over, history: [...reading.history, entry] });
  };

  const deeds: Deeds = {
    noticeIssues: () => Promise.resolve([]),
    createNoticeIssue: () => Promise.reject(new Error('The settings of this model do not change.')),
    keyOf: (issueId) => Promise.resolve(issueId),
    email: (_issueId, { subject }) => done(() => outbox.push(subject)),
    comment: async (_issueId, effectId) => {
      const id = `c${(last += 1)}`;
      await done(() => comments.set(id, effectId));
      return id;
    },
    commentsOf: (_issueId, effectId) =>
      Promise.resolve([...comments].flatMap(([id, mark]) => (mark === effectId ? [id] : []))),
    deleteComment: (_issueId, id) => done(() => comments.delete(id)),
    createSubtask: async ({ summary }) => {
      const id = `9${(last += 1)}`;
      await done(() => {
        change({ subtasks: [...(reading?.subtasks ?? []), { issueId: id, summary, done: false }] });
      });
      return id;
    },
    subtasksOf: () => Promise.resolve([]),
    deleteIssue: () => Promise.resolve(),
    finish: (id) =>
      done(() => {
        change({
          subtasks: (reading?.subtasks ?? []).map((one) => (one.issueId === id ? { ...one, done: true } : one)),
        });
      }),
    addLabel: (_issueId, label) =>
      done(() => {
        change({ labels: [...(reading?.labels ?? []), label] });
      }),
    flag: () => Promise.resolve(),
    project: (_issueId, fieldId, value) =>
      done(() => {
        change({ projection: { fieldId, value: JSON.parse(JSON.stringify(value)) as unknown } });
      }),
    siteUrl: () => Promise.resolve('https://example.atlassian.net'),
  };
  async function done(work: () => unknown): Promise<void> {
    await Promise.resolve();
    if (deedsFail) throw new Error('Jira did not answer.');
    work();
  }

  const portsFor = (who: string): Ports => {
    const read = () => Promise.resolve(reading);
    const jira = { readings: new Map(), groups: [LEADS, SECURITY], mine: MODEL_GROUPS[who] ?? [] };
    return {
      ...memoryPorts(stores, jira, () => new Date(clock + skew)),
      issues: {
        asApp: read,
        asPerson: read,
        changedWithin: () => {
          throw new Error('Nothing is searched for here.');
        },
      },
      people: {
        myGroups: () => Promise.resolve(MODEL_GROUPS[who] ?? []),
        groupsOf: (accountId) => Promise.resolve(MODEL_GROUPS[accountId] ?? []),
      },
      deeds,
    };
  };

  const rows = (): readonly LedgerRow[] => {
    const found: LedgerRow[] = [];
    for (
      let text = stores.rows.get(`${ID}:1`);
      text !== undefined;
      text = stores.rows.get(`${ID}:${found.length + 1}`)
    ) {
      const before = found.at(-1);
      const head = before && { seq: before.seq, headHash: before.hash, at: before.at };
      found.push(readRow(JSON.parse(text), ID, head));
    }
    return found;
  };
  const loaded = () => loadChange(portsFor('erin'), ID);
  const digest = async (): Promise<Digest> => {
    const now = await loaded();
    if (now === undefined || reading === undefined) throw new Error('Nothing is registered yet.');
    return contentDigest(contentOf(now, factsOf(now, reading, jiraNow())));
  };

  return {
    stores,
    outbox,
    comments,
    rows,
    loaded,
    digest,
    jiraNow,
    /** The time as the app has it. */
    appNow: () => momentOf(new Date(clock + skew)),
    reading: () => reading,
    pass: (milliseconds: number) => {
      clock += milliseconds;
    },
    breakDeeds: (broken: boolean) => {
      deedsFail = broken;
    },
    act: async (who: string, intended: Act): Promise<ActOutcome> =>
      recordAct(portsFor(who), { issueId: ID, accountId: account(who), commandId: freshCommandId(), act: intended }),
    /** One visit of the worker. False where it failed and the queue would bring it again. */
    visit: async (): Promise<boolean> => {
      const seen = reading;
      const before = stores.rows.size;
      const done = await tendChange(portsFor('erin'), ID).then(
        () => true,
        () => false,
      );
      for (let seq = before + 1; seq <= stores.rows.size; seq += 1) if (seen !== undefined) readings.set(seq, seen);
      visitedWell = done;
      return done;
    },
    /** Whether the last visit came to its end. */
    visitedWell: () => visitedWell,
    /** The issue as it was read for a row that a visit wrote. */
    readingAt: (seq: number) => readings.get(seq),
    edit: (who: string, summary: string) => {
      const from = reading?.content.summary ?? '';
      const item = { fieldId: 'summary', from: null, fromText: from, to: null, toText: summary };
      record(who, [item], { content: { summary, description: null } });
    },
    assign: (who: string, assignee: string | null) => {
      const from = reading?.assignee ?? null;
      const item = { fieldId: 'assignee', from, fromText: from, to: assignee, toText: assignee };
      record(who, [item], { assignee: assignee === null ? null : account(assignee) });
    },
    /** The issue gets to a status past every rule, as by a bulk change. */
    put: (who: string, to: StatusName) => {
      if (reading === undefined || reading.status.id === STATUSES[to].id) return;
      const { status } = reading;
      const next = STATUSES[to];
      const item = { fieldId: 'status', from: status.id, fromText: status.name, to: next.id, toText: next.name };
      record(who, [item], { status: next });
    },
    /** Whether the app's validators let this transition through; each that does leaves its row. */
    ask: async (gates: readonly GateKind[], to: StatusName): Promise<boolean> => {
      const attempt = {
        issueKey: 'OPS-1',
        fromStatusId: reading?.status.id ?? '',
        toStatusId: STATUSES[to].id,
        modifiedFields: {},
      };
      for (const gate of gates) {
        const answer = await checkGate(portsFor('erin'), gate, attempt, new AbortController().signal);
        if (answer.kind === 'blocked') return false;
      }
      return true;
    },
    closeSubtask: (which: number) => {
      change({
        subtasks: (reading?.subtasks ?? []).map((one, index) => (index === which ? { ...one, done: true } : one)),
      });
    },
    remove: () => {
      reading = undefined;
    },
  };
}
export type ModelSite = ReturnType<typeof aModelSite>;

/** The change after each of the rows. */
export const foldsOf = (rows: readonly LedgerRow[]): readonly Change[] => {
  const folds: Change[] = [];
  for (const row of rows) {
    const stored: unknown = JSON.parse(JSON.stringify(row));
    folds.push(evolve(folds.at(-1), readRow(stored, row.issueId, headOf(folds.at(-1)))));
  }
  return folds;
};
