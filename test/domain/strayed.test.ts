import { describe, expect, it } from '@jest/globals';
import { consequences } from '../../src/domain/consequences';
import { evolveBy } from '../../src/domain/evolve';
import { momentOf } from '../../src/domain/ids';
import type { IssueFacts } from '../../src/domain/issue-facts';
import { observe } from '../../src/domain/observe';
import { FACTS, NOW, registered } from '../support/a-change';

const minutes = (count: number) => momentOf(new Date(NOW.getTime() + count * 60_000));

/** The breaches that a visit finds by what Jira's history tells. */
function found(history: Partial<IssueFacts['history']>): readonly string[] {
  const { change } = registered();
  const place = { seq: change.seq + 1, at: minutes(10) };
  const facts = { ...FACTS, at: minutes(10), history: { ...FACTS.history, ...history } };
  const seen = observe(change, facts, place, () => []);
  const after = seen.reduce((state, event) => evolveBy(state, event, place), change);
  return consequences(after, place).flatMap((event) =>
    event.type === 'breached' ? [`${event.rule} ${event.happenedAt}`] : [],
  );
}

const there = { by: null, from: '10000', to: '10001' };
const back = { by: null, from: '10001', to: '10000' };

describe('an issue that was away and is back before anybody looked', () => {
  it('was moved away all the same, at the time that Jira’s history tells', () => {
    const projects = [
      { historyId: '1', at: minutes(1), ...there },
      { historyId: '2', at: minutes(2), ...back },
    ];
    expect(found({ projects })).toEqual([`moved-away ${minutes(1)}`]);
  });

  it('is one breach, however often it went', () => {
    const projects = ['1', '2', '3', '4'].map((historyId, index) => ({
      historyId,
      at: minutes(index + 1),
      ...(index % 2 === 0 ? there : back),
    }));
    expect(found({ projects })).toHaveLength(1);
  });

  it('was retyped all the same; what it was before it was declared does not matter', () => {
    const workTypes = [
      { historyId: '1', at: minutes(-5), by: null, from: 'Bug', to: 'Task' },
      { historyId: '2', at: minutes(0), by: null, from: 'Task', to: 'Emergency Change' },
      { historyId: '3', at: minutes(3), by: null, from: 'Emergency Change', to: 'Task' },
      { historyId: '4', at: minutes(4), by: null, from: 'Task', to: 'Emergency Change' },
    ];
    expect(found({ workTypes })).toEqual([`retyped ${minutes(3)}`]);
  });
});
