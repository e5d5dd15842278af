import { call } from './call';
import { type Person, PersonSchema } from './issue-shape';

const known = new Map<string, Promise<Person | undefined>>();

/** A person by account id; asked once, since names hardly ever change. Undefined for somebody unknown. */
export function readPerson(accountId: string): Promise<Person | undefined> {
  const asked =
    known.get(accountId) ??
    call(PersonSchema, '/rest/api/3/user', { query: { accountId } }).then((reply) =>
      reply.kind === 'ok' ? reply.value : undefined,
    );
  known.set(accountId, asked);
  return asked;
}
