import { describe, expect, it } from '@jest/globals';
import { aSite } from '../support/a-site';
import { CLOSE, MARK_DEPLOYED, procedure } from '../support/a-procedure';

describe('the whole procedure', () => {
  it('goes from the declaration to the closure by itself, with its subtasks and without a breach', async () => {
    const site = await aSite();
    const { act, approveBoth, reviewBoth, move, now } = procedure(site);
    const key = await site.open();
    await site.settle();
    const told = await site.change('erin', key);

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

    expect((await move('erin', key, CLOSE)).status).toBe(400);
    await site.clock.advance(3_600_000);
    await act('erin', key, { kind: 'record-post-mortem', heldAt: now(), link: 'https://example.com/pm' });
    await act('lee', key, { kind: 'confirm-attendance', slot: 'engineering-lead' });
    await act('sam', key, { kind: 'confirm-attendance', slot: 'security' });
    await act('erin', key, { kind: 'link-document', document: 'pull-request', link: 'https://example.com/pr' });
    await act('erin', key, {
      kind: 'link-document',
      document: 'change-documentation',
      link: 'https://example.com/doc',
    });
    await site.settle();
    expect((await move('erin', key, CLOSE)).status).toBe(204);
    await site.settle();
    expect(await site.change('erin', key)).toMatchObject({ phase: 'completed', breaches: [] });
  });
});
