/** A call that the storage refuses; the SDK throws it as ForgeKvsAPIError with this `code`. */
export class KvsRefusal extends Error {
  override readonly name = 'KvsRefusal';
  constructor(
    readonly status: number,
    readonly code: KvsCode,
    message: string,
  ) {
    super(message);
  }
}

/**
 * https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs/ and /handling-errors-customentities/.
 * `KEY_NOT_FOUND` is what @forge/kvs 1.6.5 looks for. Codes of the last group are ours: the platform's are not
 * documented, so an app must not depend on them.
 */
export type KvsCode =
  | 'KEY_NOT_FOUND'
  | 'KEY_TOO_SHORT'
  | 'KEY_TOO_LONG'
  | 'INVALID_KEY'
  | 'EMPTY_KEY'
  | 'MAX_SIZE'
  | 'MAX_DEPTH'
  | 'INVALID_ENTITY_VALUE'
  | 'INVALID_ENTITY_INDEX'
  | 'INVALID_FILTER_CONDITION'
  | 'INVALID_FILTER_VALUES'
  | 'INSUFFICIENT_FILTER_VALUES'
  | 'EMPTY_FILTER_OPERATOR'
  | 'INVALID_FILTER_OPERATORS_COMBINATION'
  | 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'
  | 'LIST_QUERY_LIMIT_EXCEEDED'
  | 'QUERY_WHERE_INVALID'
  | 'QUERY_WHERE_FIELD_INVALID'
  | 'TOO_MANY_REQUESTS'
  | UndocumentedCode;

type UndocumentedCode =
  | 'INVALID_REQUEST'
  | 'INVALID_CURSOR'
  | 'UNKNOWN_ENTITY'
  | 'UNTYPED_ATTRIBUTE'
  | 'KEY_ALREADY_EXISTS'
  | 'CONDITION_FAILED'
  | 'TOO_MANY_OPERATIONS'
  | 'DUPLICATE_KEY'
  | 'SCOPE_MISSING';

export const keyNotFound = (key: string) => new KvsRefusal(404, 'KEY_NOT_FOUND', `There is no key ${key}.`);

export const refusalResponse = ({ status, code, message }: KvsRefusal): Response =>
  Response.json({ code, message }, { status });
