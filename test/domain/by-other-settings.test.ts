import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/domain/change';
import { consequences } from '../../src/domain/consequences';
import { momentOf } from '../../src/domain/ids';
import { groupForRole, type Policy } from '../../src/domain/policy';
import { NOW, registered } from '../support/a-change';
import { account } from '../support/memory-ports';

const MINUTE = 60_000;
const ON_CALL = { groupId: 'g-on-call', name: 'on-call' };

/** A change that is registered under settings that no page lets anybody save yet. */
function under(settings: Partial<Policy>, over: Partial<Change> = {}): Change {
  const { change } = registered();
  const groupIds = { ...change.policy.groupIds, escalation: ON_CALL.groupId };
  return {
    ...change,
    policy: { ...change.policy, groupIds, content: { ...change.policy.content, ...settings } },
    ...over,
  };
}

const after = (change: Change, minutes: number) =>
  consequences(change, { seq: change.seq + 1, at: momentOf(new Date(NOW.getTime() + minutes * MINUTE)) });

const intended = (change: Change, minutes: number): readonly string[] =>
  after(change, minutes).flatMap((event) =>
    event.type === 'effects-intended' ? event.effects.map(({ id }) => id) : [],
  );

describe('a group for escalations', () => {
  const called = under({ escalation: { groupName: ON_CALL.name } });

  it('is called 30 minutes after the registration when nobody has answered, and not before', () => {
    expect(intended(called, 29)).not.toContain('email:escalated');
    expect(intended(called, 30)).toEqual(
      expect.arrayContaining(['email:unanswered', 'email:escalated', 'comment:escalated']),
    );
    expect(groupForRole('escalation', called.policy, [ON_CALL])).toEqual(ON_CALL);
  });

  it('is left alone once both groups have answered', () => {
    const { at } = called;
    const acknowledged: Change['acknowledged'] = [
      { seq: 2, at, by: account('lee'), slots: ['engineering-lead', 'security'] },
    ];
    expect(intended({ ...called, acknowledged }, 60).filter((id) => id.includes('escalated'))).toEqual([]);
  });
});

describe('holidays of the project', () => {
  it('put the follow-ups off over a weekend and a holiday, to the end of the day in the project’s zone', () => {
    const deployedAt = momentOf(new Date('2026-12-23T22:30:00.000Z'));
    const change = under(
      {
        calendar: {
          timeZone: 'Europe/Berlin',
          workingDays: [1, 2, 3, 4, 5],
          holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
        },
      },
      { stage: 'deployed', deployed: { seq: 2, at: deployedAt, by: null } },
    );
    const begun = after(change, 0).flatMap((event) =>
      event.type === 'obligation-began' && event.duty.kind === 'follow-up' ? [event] : [],
    );
    expect(begun.map(({ due, countedDays }) => ({ due, countedDays }))).toEqual(
      Array.from({ length: 3 }, () => ({
        due: '2026-12-29T22:59:59.999Z',
        countedDays: ['2026-12-24', '2026-12-28', '2026-12-29'],
      })),
    );
  });
});
