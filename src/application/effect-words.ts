import type { Change } from '../domain/change';
import type { Audience, EffectAction, Topic } from '../domain/effect';
import { listOf } from '../domain/words';
import { followUpTitle } from './messages';

/** What an effect is, for a reader of the ledger: "the e-mail to the Security Team about the new change". */
export function effectInWords(id: string, change: Change): string {
  const action = change.effects.find((effect) => effect.id === id)?.action;
  return action === undefined ? 'something in Jira' : actionInWords(action);
}

function actionInWords(action: EffectAction): string {
  switch (action.kind) {
    case 'email':
      return `the e-mail to ${audienceInWords(action.to)} about ${TOPIC[action.topic.kind]}`;
    case 'comment':
      return `the comment about ${TOPIC[action.topic.kind]}`;
    case 'subtask':
      return `the subtask for the ${followUpTitle(action.followUp)}`;
    case 'close-subtask':
      return `the closing of the subtask for the ${followUpTitle(action.followUp)}`;
    case 'label':
      return `the label ${action.label}`;
    case 'flag':
      return 'the flag';
  }
}

const GROUP: Readonly<Record<Extract<Audience, { kind: 'group' }>['role'], string>> = {
  'engineering-lead': 'the Engineering Leads',
  security: 'the Security Team',
  escalation: 'the escalation group',
};

const audienceInWords = (to: readonly Audience[]): string =>
  listOf([...new Set(to.map((one) => (one.kind === 'group' ? GROUP[one.role] : 'one person')))]);

const TOPIC: Readonly<Record<Topic['kind'], string>> = {
  registered: 'the new emergency change',
  unanswered: 'the call that nobody answered',
  escalated: 'the calls that nobody answered',
  ratify: 'the approval to be ratified',
  repudiated: 'the repudiated approval',
  'not-marked-deployed': 'the deployment that is not marked',
  'follow-up-due': 'the follow-up that is due soon',
  'link-wanted': 'the link that is missing',
  breach: 'the breach',
};
