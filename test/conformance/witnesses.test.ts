import { beforeAll, describe, expect, it } from '@jest/globals';
import { problemsOf, type Witnesses } from './support/check-exchange';
import { witnesses as callWitnesses } from './support/conform';
import type { Exchange } from './support/exchange';

let witnesses: Witnesses;
beforeAll(async () => {
  witnesses = await callWitnesses();
});

const myself: Exchange = {
  method: 'GET',
  path: '/myself',
  sent: undefined,
  status: 200,
  answered: { accountId: 'a', active: true },
};
const accusers = (exchange: Exchange) => [
  ...new Set(problemsOf(witnesses, exchange).map(({ by, side }) => `${by} ${side}`)),
];

describe('a witness', () => {
  it('has nothing against an exchange that is as described', () => {
    expect(accusers(myself)).toEqual([]);
  });

  it('jira.js sees an answer of another shape', () => {
    expect(accusers({ ...myself, answered: { accountId: 5, active: 'yes' } })).toContain('jira.js answer');
    expect(accusers({ ...myself, answered: undefined })).toContain('jira.js answer');
  });

  it('leaves alone what is not modelled', () => {
    expect(accusers({ ...myself, status: 501, answered: {} })).toEqual([]);
    expect(accusers({ ...myself, path: '/nothing', answered: {} })).toEqual([]);
  });
});

// Skipped, and so seen in the report, where JIRA_OPENAPI does not name the description.
(process.env.JIRA_OPENAPI === undefined ? describe.skip : describe)('the description sees', () => {
  const search: Exchange = {
    method: 'POST',
    path: '/search/jql',
    sent: { jql: 'project = OPS' },
    status: 200,
    answered: { issues: [] },
  };

  it.each<{ what: string; exchange: Exchange; accuser: string }>([
    {
      what: 'a property that it does not know',
      exchange: { ...myself, answered: { accountId: 'a', bogus: 1 } },
      accuser: 'OpenAPI answer',
    },
    { what: 'a status that it does not know', exchange: { ...myself, status: 418 }, accuser: 'OpenAPI answer' },
    {
      what: 'a parameter of a wrong type',
      exchange: { ...myself, path: '/user/search?query=a&maxResults=many', answered: [] },
      accuser: 'OpenAPI request',
    },
    {
      what: 'a parameter that it does not know',
      exchange: { ...myself, path: '/myself?colour=red' },
      accuser: 'OpenAPI request',
    },
    {
      what: 'a missing parameter',
      exchange: { ...myself, method: 'GET', path: '/user/groups', answered: [] },
      accuser: 'OpenAPI request',
    },
    { what: 'a body of a wrong type', exchange: { ...search, sent: { jql: 5 } }, accuser: 'OpenAPI request' },
    {
      what: 'a body key that it does not know',
      exchange: { ...search, sent: { colour: 5 } },
      accuser: 'OpenAPI request',
    },
    { what: 'a missing body', exchange: { ...search, sent: undefined }, accuser: 'OpenAPI request' },
  ])('$what', ({ exchange, accuser }) => {
    expect(accusers(exchange)).toContain(accuser);
  });

  it('and had to be mended nowhere else', () => {
    expect(witnesses.openApi?.mended).toEqual([
      'CustomContextVariable',
      'CustomFieldContextDefaultValue',
      'JqlQueryClause',
      'WorkflowCondition',
      'fields',
    ]);
  });
});
