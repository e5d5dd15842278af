import { afterAll, describe } from '@jest/globals';
import { aSocketSite, type SocketSite } from '../conformance/support/socket-site';
import { jiraSiteContract } from './jira-site.contract';

describe('the embedded Jira', () => {
  const opened: SocketSite[] = [];
  jiraSiteContract(async () => {
    const site = await aSocketSite();
    opened.push(site);
    return { baseUrl: site.baseUrl, email: 'jo@example.com', token: 'jo-token', projectKey: 'WEB', workType: 'Task' };
  });
  // After the contract's own, which still calls the site.
  afterAll(() => {
    for (const site of opened) site.close();
  });
});
