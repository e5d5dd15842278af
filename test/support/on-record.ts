import * as v from 'valibot';
import { type LedgerEvent, LedgerEventSchema } from '../../src/domain/event';
import type { Site } from './a-site';

const RowSchema = v.object({ issueId: v.string(), seq: v.number(), events: v.array(LedgerEventSchema) });
const RegisterSchema = v.object({ number: v.number(), issueId: v.string() });

/** What a site shows and keeps of its emergency changes, read past every interface. */
export const onRecord = (site: Site) => {
  const issue = (key: string) => {
    const id = site.jira.store.issueKeys.get(key) ?? key;
    const found = site.jira.store.issues.get(id);
    if (found === undefined) throw new Error(`There is no issue ${key}.`);
    return found;
  };
  const events = (issueId: string): readonly LedgerEvent[] =>
    site.forge.kvs.store
      .entries('entity:ledger', 0)
      .map((entry) => v.parse(RowSchema, entry.value))
      .filter((row) => row.issueId === issueId)
      .sort((a, b) => a.seq - b.seq)
      .flatMap((row) => row.events);
  const projectionField = [...site.jira.store.fields.values()].find(({ type }) => type === 'forge')?.id ?? '';
  return {
    issue,
    projectionField,
    /** Events of the ledger, oldest first. */
    events,
    eventsOf: <Type extends LedgerEvent['type']>(key: string, type: Type) =>
      events(issue(key).id).filter((event): event is Extract<LedgerEvent, { type: Type }> => event.type === type),
    /** Rules of the breaches in the ledger, in the order in which they were flagged. */
    breaches: (issueId: string) => events(issueId).flatMap((event) => (event.type === 'breached' ? [event.rule] : [])),
    register: () =>
      site.forge.kvs.store.entries('entity:register', 0).map((entry) => v.parse(RegisterSchema, entry.value)),
    /** E-mails whose subject has these words, oldest first. */
    emails: (words = '') =>
      [...site.jira.store.outbox.values()]
        .filter(({ kind, subject }) => kind === 'email' && subject.includes(words))
        .map(({ at, subject, text, to }) => ({
          at,
          subject,
          text,
          to: [...to].map((id) => id.replace('712020:', '')),
        })),
    bells: (words = '') =>
      [...site.jira.store.outbox.values()].filter(({ kind, text }) => kind === 'mention' && text.includes(words)),
    /** Texts of the app's comments. */
    comments: (key: string) => issue(key).comments.map(({ body }) => plain(body)),
    subtasks: (key: string) =>
      [...site.jira.store.issues.values()].filter(({ parentId }) => parentId === issue(key).id),
    projection: (key: string) => issue(key).fields[projectionField],
  };
};

const NodeSchema: v.GenericSchema<{ text?: string | undefined; content?: readonly unknown[] | undefined }> = v.object({
  text: v.optional(v.string()),
  content: v.optional(v.array(v.unknown())),
});

/** The words of a document, without its form. */
export function plain(document: unknown): string {
  const node = v.safeParse(NodeSchema, document);
  if (!node.success) return '';
  return `${node.output.text ?? ''}${(node.output.content ?? []).map(plain).join(' ')}`;
}
