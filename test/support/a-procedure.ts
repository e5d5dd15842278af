import type { Act, ActReply, Attestation } from '../../src/api';
import { momentOf } from '../../src/domain/ids';
import { changeIssue } from '../../emulator/jira/issue-change';
import type { Site } from './a-site';

export const PASSED: Attestation = {
  outcome: 'passed',
  targeted: true,
  necessary: true,
  rollbackKnown: true,
  riskAssessed: true,
  risk: null,
  findings: 'Small and to the point.',
  link: 'https://example.com/pull/42',
};

/** Ways through the procedure as people walk it, on the embedded site. */
export const procedure = (site: Site) => {
  const now = () => momentOf(site.clock.now());
  const recorded = async (reply: Promise<ActReply>) => {
    const answer = await reply;
    if (answer.kind !== 'recorded') throw new Error(JSON.stringify({ ...answer, change: undefined }));
    return answer.change;
  };
  const act = (who: string, key: string, intended: Act) => recorded(site.act(who, key, intended));
  const review = async (who: string, key: string, kind: 'peer' | 'security', changes: Partial<Attestation> = {}) => {
    const { digest } = await site.change(who, key);
    const risk = kind === 'security' ? { level: 'low' as const, why: 'One line, behind a flag.' } : null;
    return site.act(who, key, {
      kind: 'review',
      review: kind,
      attestation: { ...PASSED, risk, ...changes },
      expectedDigest: digest,
    });
  };
  const report = async (
    who: string,
    key: string,
    slot: 'engineering-lead' | 'security',
    approver: string,
    changes: object = {},
  ): Promise<ActReply> => {
    const { digest } = await site.change(who, key);
    return site.act(who, key, {
      kind: 'report-approval',
      slot,
      form: 'verbal',
      approver: `712020:${approver}` as never,
      channel: 'by phone',
      saidAt: now(),
      note: 'Said to go ahead.',
      link: '',
      expectedDigest: digest,
      ...changes,
    });
  };
  return {
    now,
    act,
    review,
    report,
    ratify: async (who: string, key: string, slot: 'engineering-lead' | 'security') => {
      const { digest } = await site.change(who, key);
      return site.act(who, key, { kind: 'ratify', slot, expectedDigest: digest });
    },
    approveBoth: async (key: string) => {
      await recorded(site.approve('lee', key, 'engineering-lead'));
      await recorded(site.approve('sam', key, 'security'));
    },
    reviewBoth: async (key: string) => {
      await recorded(review('pat', key, 'peer'));
      await recorded(review('sky', key, 'security'));
    },
    /** Approved, reviewed, deployed and seen by the app. */
    deploy: async (key: string, who = 'erin') => {
      await recorded(site.approve('lee', key, 'engineering-lead'));
      await recorded(site.approve('sam', key, 'security'));
      await recorded(review('pat', key, 'peer'));
      await recorded(review('sky', key, 'security'));
      const started = await site.startDeployment(who, key);
      if (started.status !== 204) throw new Error(JSON.stringify(started.body));
      await site.settle();
      await site.rest(who, 'POST', `/issue/${key}/transitions`, { transition: { id: MARK_DEPLOYED } });
      await site.settle();
    },
    /** Everything that the closure asks for after the deployment; the meeting is held now. */
    catchUp: async (key: string) => {
      await act('erin', key, { kind: 'record-post-mortem', heldAt: now(), link: 'https://example.com/pm' });
      await act('lee', key, { kind: 'confirm-attendance', slot: 'engineering-lead' });
      await act('sam', key, { kind: 'confirm-attendance', slot: 'security' });
      await act('erin', key, { kind: 'link-document', document: 'pull-request', link: 'https://example.com/pr' });
      await act('erin', key, {
        kind: 'link-document',
        document: 'change-documentation',
        link: 'https://example.com/doc',
      });
    },
    move: (who: string, key: string, transitionId: string) =>
      site.rest(who, 'POST', `/issue/${key}/transitions`, { transition: { id: transitionId } }),
  };
};

/** Ways past the app's gates. */
export const aroundTheGates = (site: Site) => ({
  /** Takes the app's validators off a transition, as an administrator can. */
  removeValidators: (transitionId: string) => {
    const workflow = site.jira.store.workflows.get('emergency-change');
    if (workflow === undefined) throw new Error('The demo site has no emergency workflow.');
    workflow.transitions = workflow.transitions.map((transition) =>
      transition.id === transitionId ? { ...transition, validators: [] } : transition,
    );
  },
  bulkTransition: (who: string, key: string, transitionId: string) =>
    site.rest(who, 'POST', '/bulk/issues/transition', {
      bulkTransitionInputs: [{ selectedIssueIdsOrKeys: [key], transitionId }],
    }),
  /** Gives the issue another status without any transition, as an import or a migration of a workflow does. */
  putStatus: (who: string, key: string, statusId: string) => {
    const issue = site.jira.store.issues.get(site.jira.store.issueKeys.get(key) ?? '');
    if (issue === undefined) throw new Error(`There is no issue ${key}.`);
    changeIssue(site.jira, issue, `712020:${who}`, {}, { statusId });
  },
});

export const STATUS = { identified: '11', deploying: '12', deployed: '13', closed: '14', cancelled: '15' } as const;

/** Transitions of the demo site. */
export const START_DEPLOYMENT = '111';
export const MARK_DEPLOYED = '121';
export const CLOSE = '131';
export const CANCEL = '141';
