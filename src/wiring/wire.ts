import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { jiraDeeds } from '../adapters/jira/deeds';
import { jiraGroups } from '../adapters/jira/groups';
import { jiraIssues } from '../adapters/jira/issues';
import { jiraPeople } from '../adapters/jira/people';
import { jiraProjects } from '../adapters/jira/projects';
import { kvsCheckpoints } from '../adapters/kvs/checkpoint-store';
import { kvsLedger } from '../adapters/kvs/ledger-store';
import { kvsReconciliationMark } from '../adapters/kvs/reconciliation-mark';
import { kvsRegister } from '../adapters/kvs/register-store';
import { kvsSettings } from '../adapters/kvs/settings-store';
import { queueVisits } from '../adapters/queue/visits';
import type { Ports } from '../application/ports';
import { CommandIdSchema } from '../domain/ids';

/** The ports of one invocation, on the site that `installContext` names (`ari:cloud:jira::site/{cloudId}`). */
export function wire(installContext: unknown): Ports {
  return {
    ledger: kvsLedger,
    checkpoints: kvsCheckpoints,
    register: kvsRegister,
    settings: kvsSettings,
    issues: jiraIssues,
    people: jiraPeople,
    groups: jiraGroups,
    projects: jiraProjects,
    deeds: jiraDeeds(),
    visits: queueVisits,
    reconciled: kvsReconciliationMark,
    clock: { now: () => new Date() },
    ids: { commandId: () => v.parse(CommandIdSchema, randomUUID()) },
    cloudId: v.parse(SiteSchema, installContext),
  };
}

const SiteSchema = v.pipe(
  v.string(),
  v.regex(/^ari:cloud:[a-z]+::site\/[0-9a-zA-Z-]+$/),
  v.transform((ari) => ari.slice(ari.lastIndexOf('/') + 1)),
);
