/** An expression that Jira would not evaluate either, or a part of the language that is not modelled here. */
export class ExpressionFault extends Error {
  override readonly name = 'ExpressionFault';
}
