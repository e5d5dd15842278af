import type { Jira } from '../../../emulator/jira/jira';
import { type Problem, problemsOf } from './check-exchange';
import { witnesses } from './conform';
import { type Exchange, operationOf } from './exchange';
import { isKnown } from './known-errors';
import { bodyOf } from './sample';

/** What was seen of the exchanges of a site: by people, clients and the app alike. */
export interface Watched {
  /** `operationId` of every modelled exchange, each once, sorted. */
  readonly operationIds: readonly string[];
  /** Problems that are not known errors of the descriptions. */
  readonly problems: readonly Problem[];
}

/** Notes every exchange with the site's REST API from now on. The answer tells what it saw. */
export function watchExchanges(jira: Jira): () => Promise<Watched> {
  const seen: Promise<Exchange>[] = [];
  jira.onExchange((request, response) => seen.push(exchangeOf(request, response)));
  return async () => {
    const exchanges = await Promise.all(seen);
    const called = await witnesses();
    const operationIds = exchanges.flatMap(({ method, path }) => operationOf(method, path)?.operationId ?? []);
    return {
      operationIds: [...new Set(operationIds)].sort(),
      problems: exchanges.flatMap((each) => problemsOf(called, each)).filter((problem) => !isKnown(problem)),
    };
  };
}

async function exchangeOf(request: Request, response: Response): Promise<Exchange> {
  const { pathname, search } = new URL(request.url);
  const isForm = request.headers.get('content-type')?.startsWith('multipart/') ?? false;
  const text = isForm ? '' : await request.text();
  return {
    method: request.method,
    path: pathname.replace('/rest/api/3', '') + search,
    sent: isForm ? await request.formData() : text === '' ? undefined : (JSON.parse(text) as unknown),
    status: response.status,
    answered: await bodyOf(response),
  };
}
