import { emergency } from '../../emulator/support/a-jira';
import type { Deed, Sample } from '../support/sample';

const another: Deed = { op: 'createIssue', path: '/issue', body: emergency('Another') };
const marked: Deed = { op: 'setIssueProperty', path: '/issue/OPS-1/properties/mark', body: { n: 1 } };

const TRANSITION = '/bulk/issues/transition';
const cancelBoth: Deed = {
  op: 'submitBulkTransition',
  path: TRANSITION,
  body: { bulkTransitionInputs: [{ selectedIssueIdsOrKeys: ['OPS-1', 'OPS-2'], transitionId: '141' }] },
};

const MOVE = '/bulk/issues/move';
const toWebsite: Deed = {
  op: 'submitBulkMove',
  path: MOVE,
  body: {
    targetToSourcesMapping: {
      'WEB,10011': {
        issueIdsOrKeys: ['OPS-1'],
        inferClassificationDefaults: true,
        inferFieldDefaults: true,
        inferStatusDefaults: true,
        inferSubtaskTypeDefault: true,
      },
    },
  },
};

/** Many issues at once. */
export const BULK: readonly Sample[] = [
  {
    op: 'bulkFetchIssues',
    path: '/issue/bulkfetch',
    body: { issueIdsOrKeys: ['OPS-1', 'OPS-2', 'OPS-99'], fields: ['summary', 'status'] },
    after: [another],
    status: 200,
  },
  { op: 'bulkFetchIssues', path: '/issue/bulkfetch', body: { issueIdsOrKeys: [] }, status: 400 },
  { op: 'getAvailableTransitions', path: `${TRANSITION}?issueIdsOrKeys=OPS-1,OPS-2`, after: [another], status: 200 },
  { op: 'getAvailableTransitions', path: `${TRANSITION}?issueIdsOrKeys=OPS-99`, status: 400 },
  { ...cancelBoth, after: [another], status: 201 },
  { ...cancelBoth, body: { bulkTransitionInputs: [] }, status: 400 },
  { ...toWebsite, status: 201 },
  { ...toWebsite, who: 'app', status: 403 },
  {
    ...toWebsite,
    body: {
      targetToSourcesMapping: {
        'NONE,10011': {
          issueIdsOrKeys: ['OPS-1'],
          inferClassificationDefaults: true,
          inferFieldDefaults: true,
          inferStatusDefaults: true,
          inferSubtaskTypeDefault: true,
        },
      },
    },
    status: 400,
  },
  { op: 'getBulkOperationProgress', path: '/bulk/queue/{2.taskId}', after: [another, cancelBoth], status: 200 },
  { op: 'getBulkOperationProgress', path: '/bulk/queue/1', status: 400 },
  {
    op: 'bulkSetIssuesPropertiesList',
    path: '/issue/properties',
    body: { entitiesIds: [10000], properties: { mark: { n: 2 } } },
    status: 303,
  },
  {
    op: 'bulkSetIssuesPropertiesList',
    path: '/issue/properties',
    body: { entitiesIds: [1], properties: { mark: { n: 2 } } },
    status: 400,
  },
  {
    op: 'bulkSetIssuePropertiesByIssue',
    path: '/issue/properties/multi',
    body: { issues: [{ issueID: 10000, properties: { mark: { n: 2 } } }] },
    status: 303,
  },
  { op: 'bulkSetIssuePropertiesByIssue', path: '/issue/properties/multi', body: { issues: [] }, status: 400 },
  {
    op: 'bulkSetIssueProperty',
    path: '/issue/properties/mark',
    body: { value: { n: 2 }, filter: { entityIds: [10000], hasProperty: true } },
    after: [marked],
    status: 303,
  },
  {
    op: 'bulkSetIssueProperty',
    path: '/issue/properties/mark',
    body: { value: { n: 2 }, filter: { currentValue: 1, hasProperty: false } },
    status: 400,
  },
  {
    op: 'bulkDeleteIssueProperty',
    path: '/issue/properties/mark',
    body: { entityIds: [10000] },
    after: [marked],
    status: 303,
  },
  { op: 'bulkDeleteIssueProperty', path: '/issue/properties/mark', body: { entityIds: ['one'] }, status: 400 },
];
