import type { Sample } from '../support/sample';

const asked = { expression: 'issue.summary', context: { issue: { key: 'OPS-1' } } };

/** Jira expressions. */
export const EXPRESSIONS: readonly Sample[] = [
  {
    op: 'analyseExpression',
    path: '/expression/analyse?check=syntax',
    body: { expressions: ['issue.summary', 'issue.('] },
    status: 200,
  },
  {
    op: 'analyseExpression',
    path: '/expression/analyse?check=complexity',
    body: { expressions: ['issue.comments.map(c => c.author)'] },
    status: 200,
  },
  { op: 'analyseExpression', path: '/expression/analyse', body: {}, status: 400 },
  { op: 'evaluateJiraExpression', path: '/expression/eval', body: asked, status: 200 },
  { op: 'evaluateJiraExpression', path: '/expression/eval', body: { ...asked, expression: 'issue.(' }, status: 400 },
  { op: 'evaluateJSISJiraExpression', path: '/expression/evaluate', body: asked, status: 200 },
  { op: 'evaluateJSISJiraExpression', path: '/expression/evaluate', body: { expression: 5 }, status: 400 },
];
