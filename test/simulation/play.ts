import type { Act } from '../../src/api';
import { momentOf } from '../../src/domain/ids';
import { aSite, type Site } from '../support/a-site';
import { timeOf } from '../support/site-time';
import { REOPEN, type Step } from './steps';

/** What the panel told somebody of an act. `unclear`: the call failed, so the person does not know. */
export interface Told {
  readonly commandId: string;
  readonly accountId: string;
  readonly outcome: 'recorded' | 'refused' | 'unclear';
}

export interface Played {
  readonly site: Site;
  readonly issueId: string;
  readonly told: readonly Told[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A site on which the platform fails and events come late, twice, out of order or never, all by the seed. */
async function unreliableSite(seed: number): Promise<Site> {
  const site = await aSite(seed);
  const workflow = site.jira.store.workflows.get('emergency-change');
  if (workflow === undefined) throw new Error('The demo site has its workflow.');
  const reopen = { id: REOPEN, name: 'Reopen', from: [], to: '11', validators: [] };
  site.jira.store.workflows.set(workflow.id, { ...workflow, transitions: [...workflow.transitions, reopen] });
  const { faults, events, scheduler } = site.forge;
  events.disorder({ losses: 0.15, duplicates: 0.15, lateBy: 3 * MINUTE, reorder: true });
  scheduler.settings.duplicates = 0.1;
  faults.add({ service: 'kvs', chance: 0.03, failure: { kind: 'drop', when: 'after' } });
  faults.add({ service: 'kvs', chance: 0.03, failure: { kind: 'fail', when: 'before', status: 500 } });
  faults.add({ service: 'kvs', operation: 'set', chance: 0.02, failure: { kind: 'kill', when: 'after' } });
  faults.add({ service: 'jira', chance: 0.02, failure: { kind: 'fail', when: 'before', status: 503 } });
  faults.add({ service: 'jira', chance: 0.02, failure: { kind: 'drop', when: 'after' } });
  faults.add({ service: 'jira', chance: 0.01, failure: { kind: 'kill', when: 'after' } });
  faults.add({ service: 'queue', chance: 0.05, failure: { kind: 'fail', when: 'before', status: 500 } });
  return site;
}

/** Plays a history, then lets the platform be well for two days. */
export async function play(steps: readonly Step[], seed: number): Promise<Played> {
  const site = await unreliableSite(seed);
  await site.open();
  const issueId = [...site.jira.store.issues.keys()][0] ?? '';
  const told: Told[] = [];
  for (const step of steps) await take(site, issueId, step, told);
  site.forge.faults.clear();
  site.forge.events.disorder({});
  await timeOf(site).pass(2 * DAY);
  return { site, issueId, told };
}

const keyOf = (site: Site, issueId: string) => site.jira.store.issues.get(issueId)?.key ?? issueId;

async function take(site: Site, issueId: string, step: Step, told: Told[]): Promise<void> {
  const key = keyOf(site, issueId);
  switch (step.kind) {
    case 'act': {
      const look = () => site.change(step.who, key).catch(() => undefined);
      const seen = (await look()) ?? (await look());
      if (seen === undefined) return;
      const act = step.act({ digest: seen.digest, now: momentOf(site.clock.now()) });
      told.push(await attempt(site, key, step.who, act, step.times, told.length));
      return;
    }
    case 'edit':
      await site.rest(step.who, 'PUT', `/issue/${key}`, { fields: { summary: `Summary ${step.what}` } });
      return;
    case 'assign':
      await site.rest(step.who, 'PUT', `/issue/${key}/assignee`, {
        accountId: step.what === '' ? null : `712020:${step.what}`,
      });
      return;
    case 'transition':
      // Who is refused tries once more: the gate may not have been able to read.
      for (let tries = 0, status = 400; tries < 2 && status === 400; tries += 1) {
        const wanted = { transition: { id: step.transitionId } };
        ({ status } = await site.rest(step.who, 'POST', `/issue/${key}/transitions`, wanted));
      }
      return;
    case 'bulk':
      await site.rest(step.who, 'POST', '/bulk/issues/transition', {
        bulkTransitionInputs: [{ selectedIssueIdsOrKeys: [key], transitionId: step.transitionId }],
      });
      return;
    case 'look':
      await site.view(step.who, key).catch(() => undefined);
      return;
    case 'move-away':
      await moveTo(site, key, '10001', 'Task');
      return;
    case 'move-back':
      await moveTo(site, key, '10000', 'Emergency Change');
      return;
    case 'delete':
      await site.rest('jo', 'DELETE', `/issue/${key}?deleteSubtasks=true`);
      return;
    case 'close-subtask': {
      const subtask = [...site.jira.store.issues.values()].find(({ parentId }) => parentId === issueId);
      if (subtask !== undefined) {
        await site.rest('erin', 'POST', `/issue/${subtask.key}/transitions`, { transition: { id: '31' } });
      }
      return;
    }
    case 'kill-workers':
      site.forge.faults.add({
        service: 'jira',
        functionKey: 'change-worker',
        chance: 0.3,
        most: 2,
        failure: { kind: 'kill', when: 'after' },
      });
      return;
    case 'settle':
      await site.settle();
      return;
    case 'time':
      // The clock jumps; what fell due meanwhile comes late.
      await site.clock.advance(step.minutes * MINUTE);
      await site.settle();
      return;
  }
}

async function attempt(site: Site, key: string, who: string, act: Act, times: number, n: number): Promise<Told> {
  const commandId = `00000000-0000-4000-9000-${(n + 1).toString(16).padStart(12, '0')}`;
  const click = () => site.act(who, key, act, commandId).catch(() => ({ kind: 'failed' as const }));
  const kinds: string[] = (await Promise.all(Array.from({ length: times }, click))).map(({ kind }) => kind);
  // Who was told that it is not certain tries again, with the same command.
  if (!kinds.some((kind) => kind !== 'failed')) kinds.push((await click()).kind);
  const refused = kinds.every((kind) => kind === 'refused' || kind === 'not-here');
  const outcome = kinds.includes('recorded') ? 'recorded' : refused ? 'refused' : 'unclear';
  return { commandId, accountId: `712020:${who}`, outcome };
}

async function moveTo(site: Site, key: string, projectId: string, typeName: string): Promise<void> {
  const type = [...site.jira.store.issueTypes.values()].find(({ name }) => name === typeName)?.id ?? '';
  await site.rest('jo', 'POST', '/bulk/issues/move', {
    sendBulkNotification: false,
    targetToSourcesMapping: {
      [`${projectId},${type}`]: {
        issueIdsOrKeys: [key],
        inferClassificationDefaults: true,
        inferFieldDefaults: true,
        inferStatusDefaults: true,
        inferSubtaskTypeDefault: true,
      },
    },
  });
}
