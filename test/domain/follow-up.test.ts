import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/domain/change';
import type { ActOf, Person } from '../../src/domain/command';
import { consequences } from '../../src/domain/consequences';
import type { LedgerEvent } from '../../src/domain/event';
import { evolveBy } from '../../src/domain/evolve';
import { foundBreaches } from '../../src/domain/found-breaches';
import { closureGate } from '../../src/domain/gate';
import type { Moment } from '../../src/domain/ids';
import { nextVisit } from '../../src/domain/next-visit';
import { observe } from '../../src/domain/observe';
import type { Stage } from '../../src/domain/policy';
import { gateFacts } from '../../src/domain/slot-standing';
import {
  after,
  approve,
  at,
  deciding,
  digestNow,
  ERIN,
  FACTS,
  LEE,
  person,
  refusalCode,
  refusalMessage,
  registered,
  SAM,
  told,
  type Told,
} from '../support/a-change';
import { account } from '../support/memory-ports';

const moment = (time: string) => `2026-11-24T${time}:00.000Z` as Moment;
const STATUS: Readonly<Record<Stage, string>> = {
  'before-deployment': 'Identified',
  deploying: 'Deploying',
  deployed: 'Deployed',
  closed: 'Closed',
  cancelled: 'Cancelled',
};
const status = (stage: Stage) => ({ id: STATUS[stage], name: STATUS[stage], stage });

interface Move {
  readonly time: string;
  readonly from: Stage;
  readonly to: Stage;
  readonly verdict?: 'clean' | 'bypass';
  readonly by?: string;
}
const moved = ({ time, from, to, verdict, by = 'erin' }: Move): LedgerEvent => ({
  type: 'status-moved',
  historyId: time.replace(':', ''),
  move: { at: moment(time), by: account(by), from: status(from), to: status(to) },
  verdict: verdict === undefined ? null : { gate: to === 'closed' ? 'closure' : 'deploy', verdict, missing: [] },
  requesters: [account('erin')],
});
const ENTERED = moved({ time: '03:00', from: 'before-deployment', to: 'deploying', verdict: 'clean' });
const MARKED = moved({ time: '04:00', from: 'deploying', to: 'deployed' });
const deploying = () => told(registered(), ERIN, [ENTERED]);
/** With what follows from it, as a visit at `time` writes it. */
const followed = (change: Change, events: readonly LedgerEvent[], time: string): Change => {
  const place = { seq: change.seq + 1, at: moment(time) };
  const seen = events.reduce((state, event) => evolveBy(state, event, place), change);
  return consequences(seen, place).reduce((state, event) => evolveBy(state, event, place), seen);
};
const deployed = () => followed(deploying().change, [MARKED], '04:01');
const breachesOf = ({ breaches }: Change) => breaches.map(({ rule }) => rule);

const held = (over: Partial<ActOf<'record-post-mortem'>> = {}): ActOf<'record-post-mortem'> => ({
  kind: 'record-post-mortem',
  heldAt: at,
  link: 'https://example.com/pm',
  ...over,
});
const attend = (slot: 'engineering-lead' | 'security') => ({ kind: 'confirm-attendance', slot }) as const;

describe('the post-mortem', () => {
  interface Refused {
    readonly what: string;
    readonly before: () => Told;
    readonly over: Partial<ActOf<'record-post-mortem'>>;
    readonly by?: Person;
    readonly code: string;
    readonly next: string;
  }
  it.each<Refused>([
    { what: 'before any deployment', before: registered, over: {}, code: 'too-early', next: 'once it is' },
    {
      what: 'held in the future',
      before: deploying,
      over: { heldAt: moment('05:00') },
      code: 'in-the-future',
      next: 'after the meeting',
    },
    {
      what: 'held before the deployment',
      before: deploying,
      over: { heldAt: moment('02:00') },
      code: 'too-early',
      next: 'Correct the time',
    },
    { what: 'without its link', before: deploying, over: { link: 'here' }, code: 'bad-input', next: 'https' },
    {
      what: 'by somebody who may not edit',
      before: deploying,
      over: {},
      by: { ...ERIN, mayEdit: false },
      code: 'may-not-edit',
      next: 'Ask its reporter or assignee',
    },
  ])('is refused $what', ({ before, over, by = ERIN, code, next }) => {
    const decision = deciding(before(), held(over), by);
    expect(refusalCode(decision)).toBe(code);
    expect(refusalMessage(decision)).toContain(next);
  });

  it('is complete once a member of each group has confirmed, one of them not its author', () => {
    const recorded = after(deploying(), held(), ERIN);
    const lee = after(recorded, attend('engineering-lead'), LEE);
    expect(refusalCode(deciding(lee, attend('engineering-lead'), LEE))).toBe('already-decided');
    expect(refusalCode(deciding(deploying(), attend('engineering-lead'), LEE))).toBe('too-early');
    const outsider = deciding(lee, attend('security'), LEE);
    expect(refusalCode(outsider)).toBe('not-eligible');
    expect(refusalMessage(outsider)).toContain('group security-team');
    const both = after(lee, attend('security'), SAM);
    expect(refusalCode(deciding(both, held({ link: 'https://example.com/other' }), ERIN))).toBe('already-decided');
  });

  it('held while still deploying does not count for the deployment that came after', () => {
    const early = after(
      after(after(deploying(), held(), ERIN), attend('engineering-lead'), LEE),
      attend('security'),
      SAM,
    );
    const change = followed(early.change, [MARKED], '04:01');
    expect(change.obligations.find(({ id }) => id === 'post-mortem')).toMatchObject({ doneAt: null });
    const gate = closureGate(change, gateFacts(change, FACTS));
    expect(gate.kind === 'closed' ? gate.missing.map(({ what }) => what) : []).toContain('post-mortem');
  });

  it('at another time asks those who took part again, and a mended link does not', () => {
    const lee = after(after(deploying(), held(), ERIN), attend('engineering-lead'), LEE);
    const link = after(lee, held({ link: 'https://example.com/mended' }), ERIN);
    expect(link.change.attendance).toHaveLength(1);
    const place = { seq: 9, at: moment('04:00') };
    const event: LedgerEvent = { type: 'post-mortem-held', heldAt: moment('03:30'), link: 'x', by: account('erin') };
    expect(evolveBy(link.change, event, place).attendance).toEqual([]);
  });
});

describe('what is late', () => {
  it('is not a deployment that was marked in time and told late', () => {
    const entered = followed(deploying().change, [], '03:01');
    const late = followed(entered, [moved({ time: '06:59', from: 'deploying', to: 'deployed' })], '07:05');
    expect(breachesOf(late)).not.toContain('mark-deployed-late');
    const never = followed(entered, [], '07:05');
    expect(breachesOf(never)).toContain('mark-deployed-late');
    expect(never.obligations.find(({ id }) => id === 'post-mortem')).toMatchObject({ from: moment('03:00') });
  });

  it('is not a second deployment that was heard of late', () => {
    const again = [
      moved({ time: '05:00', from: 'deployed', to: 'before-deployment' }),
      moved({ time: '06:00', from: 'before-deployment', to: 'deploying', verdict: 'clean' }),
    ];
    expect(breachesOf(followed(deployed(), again, '23:00'))).not.toContain('mark-deployed-late');
  });
});

describe('a breach', () => {
  it('is one for each passage, also where one row tells of two', () => {
    const passages = [
      moved({ time: '03:00', from: 'before-deployment', to: 'deploying', verdict: 'bypass' }),
      moved({ time: '03:10', from: 'deploying', to: 'before-deployment' }),
      moved({ time: '03:20', from: 'before-deployment', to: 'deploying', verdict: 'bypass' }),
    ];
    const change = followed(registered().change, passages, '03:30');
    const found = change.breaches.filter(({ rule }) => rule === 'deployed-past-gate');
    expect(found.map(({ happenedAt }) => happenedAt)).toEqual([moment('03:00'), moment('03:20')]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
    const effects = change.effects.map(({ id }) => id);
    expect(effects).toEqual([...new Set(effects)]);
  });

  it('of an approver who deployed is not one of an approver who closed', () => {
    const approved = after(registered(), approve(registered(), 'security'), SAM).change;
    const { policy } = approved;
    const rules = { ...policy.content.rules, deployerMayApprove: false };
    const strict = { ...approved, policy: { ...policy, content: { ...policy.content, rules } } };
    const rulesBroken = (by: { readonly entry: string; readonly closure: string }) => {
      const entry = {
        time: '03:00',
        from: 'before-deployment',
        to: 'deploying',
        verdict: 'clean',
        by: by.entry,
      } as const;
      const closure = { time: '05:00', from: 'deployed', to: 'closed', verdict: 'clean', by: by.closure } as const;
      const place = { seq: 5, at: moment('05:00') };
      const change = [moved(entry), MARKED, moved(closure)].reduce(
        (state, event) => evolveBy(state, event, place),
        strict,
      );
      return foundBreaches(change, place.at).filter(({ rule }) => rule === 'deployer-approved');
    };
    expect(rulesBroken({ entry: 'erin', closure: 'sam' })).toEqual([]);
    expect(rulesBroken({ entry: 'sam', closure: 'erin' })).toMatchObject([{ happenedAt: moment('03:00') }]);
  });

  it('is dated by when it was found where an issue was deleted', () => {
    const change = followed(registered().change, [{ type: 'deleted', at: moment('09:00'), by: null }], '09:01');
    expect(change.breaches.find(({ rule }) => rule === 'deleted')).toMatchObject({ happenedAt: moment('09:01') });
  });
});

describe('the closure gate', () => {
  it('stays closed for a reported approval that expired before it was ratified', () => {
    const before = registered();
    const report = {
      kind: 'report-approval',
      slot: 'engineering-lead',
      form: 'verbal',
      approver: LEE.accountId,
      channel: 'by phone',
      saidAt: at,
      note: '',
      link: '',
      expectedDigest: digestNow(before.change),
    } as const;
    const { change } = after(before, report, person('pat'));
    const rules = { ...change.policy.content.rules, approvalExpiresAfterHours: 1 };
    const policy = { ...change.policy, content: { ...change.policy.content, rules } };
    const gate = closureGate({ ...change, policy }, { ...gateFacts(change, FACTS), at: moment('09:00') });
    const missing = gate.kind === 'closed' ? gate.missing.find(({ what }) => what === 'engineering-lead') : undefined;
    expect(missing?.message).toContain('has to ratify it');
  });
});

describe('an issue out of sight', () => {
  it.each(['deleted', 'unreachable'] as const)('that is %s is not looked at again and again', (type) => {
    const gone: LedgerEvent =
      type === 'deleted' ? { type, at: moment('03:00'), by: null } : { type, at: moment('03:00') };
    const pending = followed(registered().change, [], '03:00');
    expect(pending.effects.length).toBeGreaterThan(0);
    const change = followed(pending, [gone], '04:00');
    expect(nextVisit(change, moment('04:00')) > moment('04:00')).toBe(true);
  });

  it('is here again once it can be read, also after its project was restored', () => {
    const place = { seq: 3, at: moment('05:00') };
    const event: LedgerEvent = { type: 'project-deleted', at: moment('04:00'), by: null };
    const change = evolveBy(registered().change, event, place);
    const events = observe(change, FACTS, place, () => []);
    expect(events).toContainEqual({ type: 'reachable', at: FACTS.at });
  });
});

describe('what was read before somebody else wrote newer rows', () => {
  it('does not turn the stage back', () => {
    const place = { seq: 4, at: moment('04:10') };
    expect(observe(deployed(), FACTS, place, () => [])).toEqual([]);
  });
});
