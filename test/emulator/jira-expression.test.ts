import { describe, expect, it } from '@jest/globals';
import { evaluateExpression } from '../../emulator/jira/expression/evaluate-expression';
import { ExpressionFault } from '../../emulator/jira/expression/expression-fault';

const erin = { accountId: '712020:erin', displayName: 'Erin Engel' };
const context = {
  issue: {
    id: 10000,
    summary: 'Checkout answers 500',
    reporter: { ...erin },
    assignee: null,
    labels: ['a', 'b'],
    issueType: { name: 'Emergency Change', properties: { 'emergency-change': { enabled: true } } },
  },
  originalIssue: { id: 10000, summary: 'Checkout answers 500', reporter: { ...erin }, assignee: null },
};

describe('Jira expressions', () => {
  it.each<[string, unknown]>([
    ['issue.summary == originalIssue.summary && issue.reporter == originalIssue.reporter', true],
    ["issue.issueType.properties?.['emergency-change']?.enabled == true", true],
    ["issue.issueType.properties?.['other']?.enabled != true", true],
    ['issue.assignee?.accountId', null],
    ['issue.assignee == null ? "nobody" : issue.assignee.displayName', 'nobody'],
    ['`${issue.id}` == "10000"', true],
    ['issue.id == "10000"', false],
    ['issue.labels.includes("b") && !issue.labels.includes("c")', true],
    ['issue.labels.map(label => label.toUpperCase()).join("-")', 'A-B'],
    ['issue.labels.filter(label => label != "a").length', 1],
    ['issue.summary.startsWith("Checkout") || issue.missing.anything', true],
    ['[1, 2].some(n => n > 1)', true],
    ['issue.nothing ?? "empty"', 'empty'],
    ['(issue.summary == originalIssue.summary)', true],
    ['(issue.labels.map((label) => (label + "!"))).includes("a!")', true],
  ])('%s', (source, value) => {
    expect(evaluateExpression(source, context)).toEqual(value);
  });

  it.each([
    ['issue.assignee.accountId', 'of null'],
    ['issue.summary && true', 'boolean'],
    ['!issue.assignee', 'boolean'],
    ['issue.summary < 3', 'number'],
    ['issue.labels.filter(label => label)', 'boolean'],
    ['user.accountId', "no variable 'user'"],
    ['issue.constructor.constructor', 'of null'],
    ['issue.summary.constructor("return 1")', 'not modelled'],
    ['issue.summary.padStart(3)', 'not modelled'],
    ['(() => { return 1 })', 'not modelled'],
    ['issue.summary == ', 'cannot be read'],
    ['true; false', 'Something follows'],
  ])('is strict, and says so of what it does not know: %s', (source, words) => {
    expect(() => evaluateExpression(source, context)).toThrow(ExpressionFault);
    expect(() => evaluateExpression(source, context)).toThrow(words);
  });
});
