import type { AnyNode } from 'acorn';
import { parseExpression } from './parse-expression';

/** What makes Jira load something: https://developer.atlassian.com/cloud/jira/platform/jira-expressions/#expensive-operations */
const EXPENSIVE = [
  'properties',
  'comments',
  'links',
  'attachments',
  'changelogs',
  'subtasks',
  'parent',
  'getProjectRoles',
];

/** How many expensive operations an expression makes, counted as it is written: a loop is counted once. */
export function expensiveOperations(source: string): number {
  const seen: string[] = [];
  visit(parseExpression(source), (node) => {
    if (node.type !== 'MemberExpression') return;
    const { property } = node;
    if (!node.computed && property.type === 'Identifier' && isExpensive(property.name)) seen.push(property.name);
  });
  return seen.length;
}

const isExpensive = (name: string) => EXPENSIVE.includes(name) || name.startsWith('customfield_');

function visit(node: AnyNode, see: (node: AnyNode) => void): void {
  see(node);
  for (const value of Object.values<unknown>({ ...node })) {
    for (const inner of [value].flat()) if (isNode(inner)) visit(inner, see);
  }
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
