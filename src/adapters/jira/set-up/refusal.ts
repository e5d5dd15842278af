import { RefusedByJira } from '../../../application/ports';
import { JiraFailure } from '../request';

/** A refusal of Jira in its own words, which trying again does not change; anything else goes on as it is. */
export async function refusing<Answer>(what: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (failure) {
    if (!(failure instanceof JiraFailure) || failure.status >= 500 || failure.status === 429) throw failure;
    throw new RefusedByJira(`Jira refused ${what}: ${failure.reasons.join(' ') || `status ${failure.status}`}.`);
  }
}
