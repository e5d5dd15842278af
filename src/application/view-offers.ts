import type { Offer } from '../api';
import * as v from 'valibot';
import type { Change } from '../domain/change';
import type { Act, Person } from '../domain/command';
import { contentDigest } from '../domain/content';
import { decide } from '../domain/decide';
import { AccountIdSchema, CommandIdSchema } from '../domain/ids';
import { contentOf, type IssueFacts } from '../domain/issue-facts';
import { DocumentKindSchema, type Group, REVIEW_KINDS, type Slot, SLOTS } from '../domain/policy';

const PROBE = v.parse(CommandIdSchema, '00000000-0000-0000-0000-000000000000');
/** Somebody who is nobody's requester, approver or witness. */
const PROBE_APPROVER = v.parse(AccountIdSchema, 'probe');
const REASON = 'probe';

/** What the person may do now: every act is put to the same `decide` that will answer it. */
export function offersFor(change: Change, facts: IssueFacts, person: Person): readonly Offer[] {
  const namedGroups = SLOTS.flatMap((slot) => groupsOf(change, slot));
  const accepts = (act: Act) =>
    decide(change, { id: PROBE, act, person, namedGroups, facts, checkedAt: facts.at }).kind === 'accepted';
  return probes(change, facts)
    .filter(({ act }) => accepts(act))
    .map(({ offer }) => offer);
}

interface Probe {
  readonly offer: Offer;
  readonly act: Act;
}

function probes(change: Change, facts: IssueFacts): readonly Probe[] {
  const expectedDigest = contentDigest(contentOf(change, facts));
  // Any other link than a recorded one tells whether one may be recorded at all.
  const link = `https://example.com/${change.seq}`;
  return [
    { offer: { kind: 'acknowledge' }, act: { kind: 'acknowledge' } },
    ...SLOTS.flatMap((slot) => slotProbes(slot, facts, expectedDigest)),
    ...REVIEW_KINDS.map((review): Probe => ({
      offer: { kind: 'review', review },
      act: { kind: 'review', review, expectedDigest, attestation: { ...ATTESTATION, link } },
    })),
    { offer: { kind: 'propose-change' }, act: { kind: 'propose-change', link, revision: 'probe' } },
    { offer: { kind: 'link-evidence' }, act: { kind: 'link-evidence', link, label: 'probe' } },
    {
      offer: { kind: 'record-post-mortem' },
      act: { kind: 'record-post-mortem', link, heldAt: facts.at },
    },
    ...SLOTS.map((slot): Probe => ({
      offer: { kind: 'confirm-attendance', slot },
      act: { kind: 'confirm-attendance', slot },
    })),
    ...DocumentKindSchema.options.map((document): Probe => ({
      offer: { kind: 'link-document', document },
      act: { kind: 'link-document', document, link },
    })),
  ];
}

const ATTESTATION = {
  outcome: 'passed' as const,
  targeted: true,
  necessary: true,
  rollbackKnown: true,
  riskAssessed: true,
  risk: { level: 'low' as const, why: 'probe' },
  findings: '',
};

type SlotAct = Extract<Act, { readonly slot: Slot }>;

function slotProbes(slot: Slot, facts: IssueFacts, expectedDigest: ReturnType<typeof contentDigest>): readonly Probe[] {
  const acts: readonly Exclude<SlotAct, { kind: 'confirm-attendance' }>[] = [
    { kind: 'approve', slot, comment: '', expectedDigest },
    { kind: 'ratify', slot, expectedDigest },
    { kind: 'repudiate', slot, reason: REASON },
    {
      kind: 'report-approval',
      slot,
      form: 'verbal',
      approver: PROBE_APPROVER,
      channel: 'probe',
      saidAt: facts.at,
      note: '',
      link: '',
      expectedDigest,
    },
    { kind: 'lift-rejection', slot, reason: REASON },
    { kind: 'override-rejection', slot, reason: REASON, expectedDigest },
    { kind: 'reject', slot, reason: REASON },
    { kind: 'withdraw', slot, reason: REASON },
  ];
  return acts.map((act) => ({ offer: { kind: act.kind, slot }, act }));
}

const groupsOf = ({ policy }: Change, slot: Slot): readonly Group[] =>
  policy.content.groups[slot].map(({ kind, id, name }) => ({ kind, groupId: id ?? '', name }));
