import type { AppIdentity } from './configuration';
import type { RuleFacts } from './workflow-facts';

/** The app's workflow validators by their module keys in manifest.yml. */
export type AppRule = 'approvals' | 'reviews' | 'closure' | 'content-unchanged';

/** Whether a rule in a workflow does what the app made it for, and if not, why not. */
export type Standing = 'sound' | 'other-environment' | 'disabled' | 'weakened';

interface PlacedRule {
  readonly moduleKey: string;
  readonly standing: Standing;
}

const FORGE_VALIDATOR = 'forge:expression-validator';
const MODULE_ARI = /^ari:cloud:ecosystem::extension\/([^/]+)\/([^/]+)\/static\/([^/]+)$/;

/** What one of this app's validators in a workflow is worth; null: it is not this app's. */
export function placedRule({ ruleKey, parameters }: RuleFacts, app: AppIdentity): PlacedRule | null {
  const [, appId, environmentId, moduleKey] = MODULE_ARI.exec(parameters.key ?? '') ?? [];
  if (ruleKey !== FORGE_VALIDATOR || appId !== app.appId || moduleKey === undefined) return null;
  return { moduleKey, standing: standingOf(environmentId === app.environmentId, parameters) };
}

function standingOf(ownEnvironment: boolean, { disabled, config }: RuleFacts['parameters']): Standing {
  if (!ownEnvironment) return 'other-environment';
  if (disabled === 'true') return 'disabled';
  return mayWeaken(config ?? '') ? 'weakened' : 'sound';
}

/**
 * The key `expression` of a saved configuration takes the place of the rule's own expression. The app saves none, so
 * one that is not plainly without it counts as having it.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/
 */
function mayWeaken(config: string): boolean {
  if (config.trim() === '') return false;
  try {
    const saved: unknown = JSON.parse(config);
    return typeof saved !== 'object' || (saved !== null && 'expression' in saved);
  } catch {
    return true;
  }
}

/** Jira's name of one of the app's validators, as `parameters.key` of a rule has it. */
export const moduleAri = ({ appId, environmentId }: AppIdentity, moduleKey: AppRule): string =>
  `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`;
