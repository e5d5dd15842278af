import { makeResolver } from '@forge/resolver';
import type { Failed } from '../api';
import type { SiteCalls } from '../api-settings';
import type { SitePorts } from '../application/ports';
import { importDays, previewDueDate, showHolidays } from '../application/settings/calendar-calls';
import { readGroupQuery, readSaveRequest } from '../application/settings/settings-request';
import { asJiraAdministrator } from '../application/site/as-jira-administrator';
import { checkSetUpPage, runStepPage, viewSetUpPage } from '../application/site/set-up-page';
import { findProjects, findSiteGroups, saveDefaults, viewSite } from '../application/site/site-page';
import { readFindProjects, readProjectId, readSiteContext, readStepRequest } from '../application/site/site-request';
import type { AccountId } from '../domain/ids';
import { wireSite } from '../wiring/wire-site';
import { settingsCall } from './settings-call';

const READ = 'This could not be read. Try again.';
const SAVE = 'It is not certain that this was saved. Try again: it is never saved twice.';
const STEP =
  'It is not certain whether this step was done. Go on: what is there is found again, and nothing is made twice.';

/** The resolver of the site page. Every call asks first whether the person administers Jira. */
export const handler = makeResolver<SiteCalls>({
  view: ({ context }) => answering(context, READ, viewSite),
  'find-projects': ({ payload, context }) =>
    answering(context, READ, (ports) => findProjects(ports, readFindProjects(payload))),
  'save-defaults': ({ payload, context }) =>
    answering(context, SAVE, (ports, accountId) => saveDefaults(ports, accountId, readSaveRequest(payload))),
  'set-up': ({ payload, context }) => answering(context, READ, (ports) => viewSetUpPage(ports, readProjectId(payload))),
  'set-up-step': ({ payload, context }) =>
    answering(context, STEP, (ports, accountId) => runStepPage(ports, accountId, readStepRequest(payload))),
  check: ({ payload, context }) => answering(context, READ, (ports) => checkSetUpPage(ports, readProjectId(payload))),
  'find-groups': ({ payload, context }) =>
    answering(context, READ, (ports) => findSiteGroups(ports, readGroupQuery(payload))),
  holidays: ({ payload, context }) => administrating(context, (ports) => showHolidays(ports, payload)),
  'import-days': ({ payload, context }) => administrating(context, (ports) => importDays(ports, payload)),
  'preview-due': ({ payload, context }) => administrating(context, (ports) => previewDueDate(ports, payload)),
});

const answering = <Reply>(
  context: unknown,
  problem: string,
  work: (ports: SitePorts, accountId: AccountId) => Promise<Reply>,
): Promise<Reply | Failed> =>
  settingsCall(problem, () => {
    const { installContext, accountId } = readSiteContext(context);
    return work(wireSite(installContext), accountId);
  });

/** For calls that only work out an answer. */
const administrating = <Reply>(context: unknown, work: (ports: SitePorts) => Reply) =>
  answering(context, READ, (ports) => asJiraAdministrator(ports, () => Promise.resolve(work(ports))));
