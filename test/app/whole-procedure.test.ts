import { describe, expect, it } from '@jest/globals';
import { CLOSE, MARK_DEPLOYED, procedure } from '../support/a-procedure';
import { aSite } from '../support/a-site';
import { onRecord } from '../support/on-record';
import { HOUR, timeOf } from '../support/site-time';

describe('the whole procedure', () => {
  it('goes from the declaration to the closure by itself, with its subtasks and without a breach', async () => {
    const site = await aSite();
    const { act, approveBoth, reviewBoth, move, catchUp } = procedure(site);
    const record = onRecord(site);
    const { pass } = timeOf(site);
    const key = await site.open();
    await site.settle();
    expect(record.emails('Emergency change 1:')).toHaveLength(2);

    await act('lee', key, { kind: 'acknowledge' });
    await approveBoth(key);
    expect((await site.startDeployment('erin', key)).status).toBe(400);
    await reviewBoth(key);
    expect(await site.startDeployment('erin', key)).toMatchObject({ status: 204 });
    await site.settle();
    expect((await move('erin', key, MARK_DEPLOYED)).status).toBe(204);
    await site.settle();
    const deployed = await site.change('erin', key);
    expect(deployed).toMatchObject({ phase: 'deployed', breaches: [], deployment: { entry: { verdict: 'clean' } } });
    expect(record.subtasks(key)).toHaveLength(3);

    expect((await move('erin', key, CLOSE)).status).toBe(400);
    await pass(HOUR);
    await catchUp(key);
    await site.settle();
    const statuses = record.subtasks(key).map(({ statusId }) => site.jira.store.statuses.get(statusId)?.name);
    expect(statuses).toEqual(['Done', 'Done', 'Done']);
    expect((await move('erin', key, CLOSE)).status).toBe(204);
    await pass(7 * 24 * HOUR);
    expect(await site.change('erin', key)).toMatchObject({ phase: 'completed', breaches: [] });
    expect(site.forge.log.unmodelled).toEqual([]);
    expect(site.jira.unmodelled).toEqual([]);
    expect(site.forge.log.lines.filter(({ level }) => level !== 'log')).toEqual([]);
  });
});
