import type { Property, TerminalClause } from '@atlaskit/jql-ast';

/** Where a property is read, with a dot in front. The parser's type allows for a part without a value. */
export const pathOf = (path: Property['path']): string => (path ?? []).map(textOf).join('');

export const keyOf = ({ key }: Property): string => textOf(key);

const textOf = (part: Property['key']): string => (typeof part === 'object' ? part.value : '');

/** The field's name as it is written, with the property it reaches into. */
export function nameOf({ field }: Pick<TerminalClause, 'field'>): string {
  const properties = (field.properties ?? []).map((property) => `[${keyOf(property)}]${pathOf(property.path)}`);
  return field.value + properties.join('');
}
