import type { SiteClock } from '../../clock';
import type { AskActionValidator } from '../../seams';
import type { JiraSide } from '../jira-side';
import type { ForgeLog } from '../log';
import type { Manifest } from '../manifest';

interface ActionValidatorParts {
  readonly manifest: Manifest;
  readonly clock: SiteClock;
  readonly log: ForgeLog;
  readonly jira: JiraSide;
}

const NO_WORDS = 'This change is blocked by a rule of an app.';

/**
 * Asks the app's rule on a change of work type: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-action-validator/.
 * Only `workItemTypeChanged` is documented. What Jira does when the expression fails is not: it passes here, since a
 * fault in it would block every change of type on the site, and is written to the log.
 */
export function createAskActionValidator({ manifest, clock, log, jira }: ActionValidatorParts): AskActionValidator {
  for (const { key, action } of manifest.actionValidators) {
    if (action === 'workItemTypeChanged') continue;
    log.unmodelled.push({ at: clock.now(), what: `action validator ${key}: the action ${action} is never asked` });
  }
  return ({ action, newIssueTypeId, expressionContext }) => {
    const module = manifest.actionValidators.find((candidate) => candidate.action === action);
    if (module === undefined) return Promise.resolve({ kind: 'passed' });
    try {
      const answer = jira.evaluate(module.expression, { ...expressionContext, newIssueType: newIssueTypeId });
      if (answer === true) return Promise.resolve({ kind: 'passed' });
      return Promise.resolve({ kind: 'blocked', message: module.errorMessage ?? NO_WORDS });
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure);
      log.notices.push({ at: clock.now(), text: `The expression of action validator ${module.key} failed: ${reason}` });
      return Promise.resolve({ kind: 'passed' });
    }
  };
}
