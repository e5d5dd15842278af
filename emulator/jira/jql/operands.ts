import type { Operand } from '@atlaskit/jql-ast';
import type { Asking } from './asking';
import { callFunction } from './functions';

/** One value on the right of an operator. What a function gives knows which, since not every field takes every one. */
export type Value =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'moment'; readonly at: number; readonly from: string }
  | { readonly kind: 'account'; readonly accountId: string; readonly from: string }
  | { readonly kind: 'issue'; readonly issueId: string; readonly from: string };

/** The values of an operand, and whether it is a list: written as one, or a function that gives several. */
export interface Values {
  readonly values: readonly Value[];
  readonly isList: boolean;
  /** As it is written. */
  readonly text: string;
}

export function valuesOf(operand: Operand, asking: Asking): Values {
  switch (operand.operandType) {
    case 'value':
      return { values: [{ kind: 'text', text: operand.value }], isList: false, text: operand.text };
    case 'keyword':
      return { values: [{ kind: 'empty' }], isList: false, text: 'EMPTY' };
    case 'list': {
      const inner = operand.values.map((one) => valuesOf(one, asking));
      return {
        values: inner.flatMap(({ values }) => values),
        isList: true,
        text: `(${inner.map(({ text }) => text).join(', ')})`,
      };
    }
    case 'function': {
      const given = operand.arguments.map(({ value }) => value);
      const { values, isList } = callFunction(operand.function.value, given, asking);
      const written = operand.arguments.map(({ text }) => text).join(', ');
      return { values, isList, text: `${operand.function.text}(${written})` };
    }
  }
}
