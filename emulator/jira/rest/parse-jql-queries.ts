import * as v from 'valibot';
import { parseQuery } from '../jql/parse-query';
import { JqlProblem } from '../jql/problem';
import { queryStructure } from '../jql/query-structure';
import { problemsIn } from '../jql/search-issues';
import { JiraError } from './errors';
import { type Call, type Operation, readWholeBody } from './operation';

const BodySchema = v.object({ queries: v.pipe(v.array(v.string()), v.minLength(1)) });
const ValidationSchema = v.picklist(['strict', 'warn', 'none']);
type Validation = v.InferOutput<typeof ValidationSchema>;

export const parseJqlQueries: Operation = {
  operationId: 'parseJqlQueries',
  method: 'POST',
  path: '/jql/parse',
  query: ['validation'],
  handle: (call) => {
    const validation = v.safeParse(ValidationSchema, call.query.get('validation') ?? 'strict');
    if (!validation.success) throw new JiraError(400, ["The parameter 'validation' has to be strict, warn or none."]);
    const { queries } = readWholeBody(BodySchema, call);
    return Response.json({ queries: queries.map((query) => parsedJson(query, validation.output, call)) });
  },
};

/** Strict: no structure where anything is wrong. Warn: it is given nevertheless. None: only whether it is JQL at all. */
function parsedJson(query: string, validation: Validation, call: Call): object {
  let structure: object;
  try {
    structure = queryStructure(parseQuery(query));
  } catch (failure) {
    if (!(failure instanceof JqlProblem)) throw failure;
    return { query, errors: failure.errorMessages };
  }
  const problems = validation === 'none' ? [] : problemsIn(call, query);
  const wordsAbout = (about: JqlProblem['about']) => [
    ...new Set(problems.filter((problem) => problem.about === about).flatMap(({ errorMessages }) => errorMessages)),
  ];
  const [errors, warnings] = [wordsAbout('query'), wordsAbout('value')];
  return {
    query,
    ...(problems.length === 0 || validation === 'warn' ? { structure } : {}),
    ...(errors.length === 0 ? {} : { errors }),
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}
