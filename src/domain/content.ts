import * as v from 'valibot';
import { digestOf } from './digest';
import { type Digest, DigestSchema } from './ids';

/** The kind of critical issue: the chosen option of the select field. */
export const KindSchema = v.object({ id: v.string(), name: v.string() });
export type Kind = v.InferOutput<typeof KindSchema>;

export const MAX_LINK = 2000;
export const MAX_REVISION = 200;

/** What will be deployed: an https link to a pull request, and the commit. */
export const ProposedChangeSchema = v.object({
  link: v.pipe(v.string(), v.maxLength(MAX_LINK)),
  revision: v.pipe(v.string(), v.maxLength(MAX_REVISION)),
});
export type ProposedChange = v.InferOutput<typeof ProposedChangeSchema>;

/** The part of the content that Jira keeps. `description` is ADF, or null. */
export interface IssueContent {
  readonly summary: string;
  readonly description: unknown;
  readonly kind: Kind | null;
}

/** All that an approval is given for. */
export interface Content extends IssueContent {
  readonly proposedChange: ProposedChange | null;
}

/** What a row keeps of the content it was decided on: enough to show the difference, and never long. */
export const ContentSeenSchema = v.object({
  digest: DigestSchema,
  summary: v.string(),
  descriptionDigest: DigestSchema,
  kind: v.nullable(KindSchema),
  proposedChange: v.nullable(ProposedChangeSchema),
});
export type ContentSeen = v.InferOutput<typeof ContentSeenSchema>;

/** The content digest. The option's id counts for the kind: renaming an option changes nothing that was approved. */
export const contentDigest = (content: Content): Digest =>
  digestOf({
    summary: content.summary,
    description: content.description ?? null,
    kind: content.kind?.id ?? null,
    proposedChange: content.proposedChange,
  });

export const contentSeen = (content: Content): ContentSeen => ({
  digest: contentDigest(content),
  summary: content.summary,
  descriptionDigest: digestOf(content.description ?? null),
  kind: content.kind,
  proposedChange: content.proposedChange,
});

/** One material field that is not what it was. `before` and `after` are absent where the text is too long to keep. */
export interface Difference {
  readonly field: 'summary' | 'description' | 'kind' | 'proposed change';
  readonly before?: string;
  readonly after?: string;
}

const NOTHING = 'nothing';
const proposed = (change: ProposedChange | null) =>
  change === null ? NOTHING : `${change.link} at ${change.revision}`;

/** What changed between the content somebody decided on and the content now. Empty exactly when the digests agree. */
export function differences(seen: ContentSeen, now: Content): readonly Difference[] {
  const found: Difference[] = [];
  if (seen.summary !== now.summary) found.push({ field: 'summary', before: seen.summary, after: now.summary });
  if (seen.descriptionDigest !== digestOf(now.description ?? null)) found.push({ field: 'description' });
  if ((seen.kind?.id ?? null) !== (now.kind?.id ?? null)) {
    found.push({ field: 'kind', before: seen.kind?.name ?? NOTHING, after: now.kind?.name ?? NOTHING });
  }
  if (proposed(seen.proposedChange) !== proposed(now.proposedChange)) {
    found.push({
      field: 'proposed change',
      before: proposed(seen.proposedChange),
      after: proposed(now.proposedChange),
    });
  }
  return found;
}
