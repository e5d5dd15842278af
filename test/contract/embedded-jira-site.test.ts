import { afterAll, describe } from '@jest/globals';
import { aSocketSite } from '../conformance/support/socket-site';
import { jiraSiteContract } from './jira-site.contract';

describe('the embedded Jira', () => {
  const closers: (() => void)[] = [];
  afterAll(() => closers.forEach((close) => close()));

  jiraSiteContract(async () => {
    const { baseUrl, close } = await aSocketSite();
    closers.push(close);
    return { baseUrl, email: 'jo@example.com', token: 'jo-token', projectKey: 'WEB', workType: 'Task' };
  });
});
