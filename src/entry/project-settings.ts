import { makeResolver } from '@forge/resolver';
import type { Failed } from '../api';
import type { SettingsCalls } from '../api-settings';
import { importDays, previewDueDate, showHolidays } from '../application/settings/calendar-calls';
import { considerPage } from '../application/settings/consider-page';
import {
  asAdministrator,
  comparePage,
  confirmPage,
  findGroupsPage,
  savePage,
  viewPage,
  type Visit,
} from '../application/settings/settings-page';
import {
  readCompareRequest,
  readConfirmRequest,
  readDraftRequest,
  readGroupQuery,
  readSaveRequest,
  readSettingsContext,
} from '../application/settings/settings-request';
import type { SettingsPorts } from '../application/ports';
import { checkPage } from '../application/set-up/check-page';
import { wireSettings } from '../wiring/wire-settings';
import { settingsCall } from './settings-call';

const READ = 'The settings could not be read. Reload the page to try again.';
const WRITE = 'It is not certain that this was saved. Try again: it is never saved twice.';

/** The resolver of the project settings page. Every call asks first whether the person administers the project. */
export const handler = makeResolver<SettingsCalls>({
  view: ({ context }) => answering(context, READ, viewPage),
  consider: ({ payload, context }) =>
    answering(context, READ, (ports, visit) => considerPage(ports, visit, readDraftRequest(payload))),
  save: ({ payload, context }) =>
    answering(context, WRITE, (ports, visit) => savePage(ports, visit, readSaveRequest(payload))),
  confirm: ({ payload, context }) =>
    answering(context, WRITE, (ports, visit) => confirmPage(ports, visit, readConfirmRequest(payload))),
  compare: ({ payload, context }) =>
    answering(context, READ, (ports, visit) => comparePage(ports, visit, readCompareRequest(payload))),
  'find-groups': ({ payload, context }) =>
    answering(context, READ, (ports, visit) => findGroupsPage(ports, visit, readGroupQuery(payload))),
  holidays: ({ payload, context }) => administrating(context, (ports) => showHolidays(ports, payload)),
  'import-days': ({ payload, context }) => administrating(context, (ports) => importDays(ports, payload)),
  'preview-due': ({ payload, context }) => administrating(context, (ports) => previewDueDate(ports, payload)),
  check: ({ context }) => answering(context, READ, checkPage),
});

const answering = <Reply>(
  context: unknown,
  problem: string,
  work: (ports: SettingsPorts, visit: Visit) => Promise<Reply>,
): Promise<Reply | Failed> =>
  settingsCall(problem, () => {
    const { installContext, ...visit } = readSettingsContext(context);
    return work(wireSettings(installContext), visit);
  });

/** For calls that only work out an answer. */
const administrating = <Reply>(context: unknown, work: (ports: SettingsPorts) => Reply) =>
  answering(context, READ, (ports, visit) => asAdministrator(ports, visit, () => Promise.resolve(work(ports))));
