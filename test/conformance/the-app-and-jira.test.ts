import { expect, it } from '@jest/globals';
import { procedure } from '../support/a-procedure';
import { aSite } from '../support/a-site';
import { inWords } from './support/check-exchange';
import { watchExchanges } from './support/watch-exchanges';

it('the app asks Jira only what is described, all the way to the deployment', async () => {
  const site = await aSite();
  const watched = watchExchanges(site.jira);
  const key = await site.open();
  await site.settle();
  await site.approve('lee', key, 'engineering-lead');
  await site.approve('sam', key, 'security');
  await procedure(site).reviewBoth(key);
  await site.startDeployment('erin', key);
  await site.settle();
  const { operationIds, problems } = await watched();
  expect(problems.map((problem) => `${problem.operationId}: ${inWords(problem)}`)).toEqual([]);
  expect(operationIds).toEqual(expect.arrayContaining(['createIssue', 'doTransition', 'getIssue']));
  expect(await site.statusOf(key)).toBe('Deploying');
});
