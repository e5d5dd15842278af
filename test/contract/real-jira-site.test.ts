import { describe } from '@jest/globals';
import * as v from 'valibot';
import { jiraSiteContract } from './jira-site.contract';

/** `JIRA_SITE` is an address as https://example.atlassian.net; `JIRA_PROJECT` a key, `JIRA_WORK_TYPE` a name. */
const EnvironmentSchema = v.object({
  JIRA_SITE: v.pipe(v.string(), v.url()),
  JIRA_EMAIL: v.string(),
  JIRA_TOKEN: v.string(),
  JIRA_PROJECT: v.string(),
  JIRA_WORK_TYPE: v.optional(v.string(), 'Task'),
});

const environment = v.safeParse(EnvironmentSchema, process.env);
if (!environment.success) {
  process.stdout.write(
    'Skipped: a real Jira site. Set JIRA_SITE, JIRA_EMAIL, JIRA_TOKEN and JIRA_PROJECT to run it.\n',
  );
}

(environment.success ? describe : describe.skip)('a real Jira site', () => {
  jiraSiteContract(() => {
    const { JIRA_SITE, JIRA_EMAIL, JIRA_TOKEN, JIRA_PROJECT, JIRA_WORK_TYPE } = v.parse(EnvironmentSchema, process.env);
    return Promise.resolve({
      baseUrl: JIRA_SITE.replace(/\/$/, ''),
      email: JIRA_EMAIL,
      token: JIRA_TOKEN,
      projectKey: JIRA_PROJECT,
      workType: JIRA_WORK_TYPE,
    });
  });
});
