import { IconButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import CrossIcon from '@atlaskit/icon/core/cross';
import LinkExternalIcon from '@atlaskit/icon/core/link-external';
import { type RemoteLink, removeRemoteLink, unlinkIssues } from '../../api/issue-links';
import type { Issue, IssueLink, LinkedIssue } from '../../api/issue-shape';
import { safeLink } from '../../adf/safe-link';
import { LinkedIssueRow } from './linked-issue-row';
import { NewLink } from './new-link';
import { useAct } from './use-act';

interface LinkSectionProps {
  readonly issue: Issue;
  readonly remoteLinks: readonly RemoteLink[];
  readonly isEditable: boolean;
  readonly isAdding: boolean;
  readonly onStopAdding: () => void;
  readonly reload: () => Promise<void>;
}

/** Issues and pages of the web that belong to this issue, by what they are to it. */
export function LinkSection({ issue, remoteLinks, isEditable, isAdding, onStopAdding, reload }: LinkSectionProps) {
  const { act } = useAct(reload);
  const groups = linkGroups(issue.fields.issuelinks);
  if (groups.length === 0 && remoteLinks.length === 0 && !isAdding) return null;
  return (
    <section aria-label="Links">
      <Heading size="xsmall" as="h2">
        Links
      </Heading>
      {groups.map(({ phrase, links }) => (
        <div key={phrase}>
          <p className="link-phrase">{phrase}</p>
          <ul className="linked-issues">
            {links.map(({ linkId, other }) => (
              <LinkedIssueRow key={linkId} issue={other}>
                {isEditable && (
                  <RemoveButton
                    label={`Remove the link to ${other.key}`}
                    onClick={() => void act('The link could not be removed', () => unlinkIssues(linkId))}
                  />
                )}
              </LinkedIssueRow>
            ))}
          </ul>
        </div>
      ))}
      {remoteLinks.length > 0 && (
        <div>
          <p className="link-phrase">Web links</p>
          <ul className="linked-issues">
            {remoteLinks.map(({ id, object }) => (
              <li key={id}>
                <LinkExternalIcon label="" size="small" />
                <a className="linked-summary" href={safeLink(object.url)} target="_blank" rel="noreferrer noopener">
                  {object.title}
                </a>
                {isEditable && (
                  <RemoveButton
                    label={`Remove the link to ${object.title}`}
                    onClick={() => void act('The link could not be removed', () => removeRemoteLink(issue.key, id))}
                  />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {isAdding && <NewLink issueKey={issue.key} onClose={onStopAdding} reload={reload} />}
    </section>
  );
}

const RemoveButton = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <IconButton icon={CrossIcon} label={label} appearance="subtle" spacing="compact" onClick={onClick} />
);

interface LinkGroup {
  /** As in "blocks". */
  readonly phrase: string;
  readonly links: readonly { readonly linkId: string; readonly other: LinkedIssue }[];
}

function linkGroups(links: readonly IssueLink[]): readonly LinkGroup[] {
  const entries = links.flatMap(({ id, type, inwardIssue, outwardIssue }) => [
    ...(outwardIssue === undefined ? [] : [{ phrase: type.outward, linkId: id, other: outwardIssue }]),
    ...(inwardIssue === undefined ? [] : [{ phrase: type.inward, linkId: id, other: inwardIssue }]),
  ]);
  const phrases = [...new Set(entries.map(({ phrase }) => phrase))];
  return phrases.map((phrase) => ({ phrase, links: entries.filter((entry) => entry.phrase === phrase) }));
}
