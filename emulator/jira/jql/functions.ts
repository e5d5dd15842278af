import { mayOnIssue } from '../permissions';
import { NotModelled } from '../rest/errors';
import { issueByIdOrKey } from '../store';
import type { Asking } from './asking';
import { calendarMoment } from './calendar-functions';
import type { Value, Values } from './operands';
import { JqlProblem } from './problem';

type Answer = Pick<Values, 'values' | 'isList'>;

/** What a function of JQL gives. Unknown ones are an error, those of Jira that are not modelled answer 501. */
export function callFunction(name: string, given: readonly string[], asking: Asking): Answer {
  const { who, now } = asking;
  const moment = (at: number): Answer => ({ values: [{ kind: 'moment', at, from: name }], isList: false });
  switch (name.toLowerCase()) {
    case 'now':
      demandCount(name, given, 0);
      return moment(now.getTime());
    case 'currentuser':
      demandCount(name, given, 0);
      return {
        values: who.kind === 'account' ? [{ kind: 'account', accountId: who.accountId, from: name }] : [],
        isList: false,
      };
    case 'membersof':
      demandCount(name, given, 1);
      return { values: members(name, given[0] ?? '', asking), isList: true };
    case 'linkedissues':
      return { values: linkedIssues(name, given, asking), isList: true };
  }
  const at = calendarMoment(name, given[0], asking);
  if (at === undefined) throw unknownFunction(name, given);
  if (given.length > 1) {
    throw new JqlProblem(`Function '${name}' expected between '0' and '1' arguments but received '${given.length}'.`);
  }
  return moment(at);
}

function demandCount(name: string, given: readonly string[], count: number): void {
  if (given.length === count) return;
  throw new JqlProblem(`Function '${name}' expected '${count}' arguments but received '${given.length}'.`);
}

function members(name: string, group: string, { store }: Asking): readonly Value[] {
  const found = [...store.groups.values()].find(
    (one) => one.groupId === group || one.name.toLowerCase() === group.toLowerCase(),
  );
  if (found === undefined) {
    throw new JqlProblem(
      `Function '${name}' can not generate a list of usernames for group '${group}'; the group does not exist.`,
    );
  }
  return found.members.map((accountId) => ({ kind: 'account', accountId, from: name }));
}

/** The issues that are linked with one, in either direction; the second argument is what the link says there. */
function linkedIssues(name: string, [key = '', words]: readonly string[], { store, who }: Asking): readonly Value[] {
  const issue = issueByIdOrKey(store, key);
  if (issue === undefined || !mayOnIssue(store, who, 'BROWSE_PROJECTS', issue)) {
    throw new JqlProblem(`Issue '${key}' could not be found in function '${name}'.`);
  }
  const says = (said: string | undefined) => words === undefined || said?.toLowerCase() === words.toLowerCase();
  const ids = [...store.issueLinks.values()].flatMap(({ typeId, inwardIssueId, outwardIssueId }) => {
    const type = store.issueLinkTypes.get(typeId);
    if (inwardIssueId === issue.id && says(type?.outward)) return [outwardIssueId];
    return outwardIssueId === issue.id && says(type?.inward) ? [inwardIssueId] : [];
  });
  return [...new Set(ids)].map((issueId) => ({ kind: 'issue', issueId, from: name }));
}

/** Functions that Jira has and this does not: https://support.atlassian.com/jira-software-cloud/docs/jql-functions/ */
const NOT_MODELLED = new Set(
  `approved approver breached cascadeoption choiceoption closedsprints completed componentsleadbyuser currentlogin
  customerdetail earliestunreleasedversion elapsed entitlementdetail entitlementproduct everbreached futuresprints issuehistory
  issueswithremotelinksbyglobalid lastlogin latestreleasedversion myapproval mypending opensprints organizationmembers
  parentepic paused pending pendingby projectsleadbyuser projectswhereuserhaspermission projectswhereuserhasrole
  releasedversions remaining running standardissuetypes subtaskissuetypes unreleasedversions updatedby votedissues
  watchedissues withincalendarhours childissuesof portfoliochildissuesof`.split(/\s+/),
);

function unknownFunction(name: string, given: readonly string[]): Error {
  return NOT_MODELLED.has(name.toLowerCase())
    ? new NotModelled(`The embedded Jira does not model the JQL function '${name}()' yet.`)
    : new JqlProblem(`Unable to find JQL function '${name}(${given.join(', ')})'.`);
}
