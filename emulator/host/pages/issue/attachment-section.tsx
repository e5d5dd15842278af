import { IconButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import DeleteIcon from '@atlaskit/icon/core/delete';
import FileIcon from '@atlaskit/icon/core/file';
import { deleteAttachment } from '../../api/attachments';
import type { Issue } from '../../api/issue-shape';
import { MomentText } from '../moment-text';
import { fileSize } from './file-size';
import { useAct } from './use-act';

interface AttachmentSectionProps {
  readonly issue: Issue;
  readonly isEditable: boolean;
  readonly reload: () => Promise<void>;
}

/** The issue's files; the address of each one is Jira's own. */
export function AttachmentSection({ issue, isEditable, reload }: AttachmentSectionProps) {
  const { act } = useAct(reload);
  const { attachment } = issue.fields;
  if (attachment.length === 0) return null;
  return (
    <section aria-label="Attachments">
      <div className="section-head">
        <Heading size="xsmall" as="h2">
          Attachments
        </Heading>
        <span className="subtlest">{attachment.length}</span>
      </div>
      <ul className="linked-issues">
        {attachment.map(({ id, filename, size, content, created, author }) => (
          <li key={id}>
            <FileIcon label="" />
            <a className="linked-summary" href={addressHere(content)} download={filename}>
              {filename}
            </a>
            <span className="subtlest wide-only">{author?.displayName}</span>
            <span className="subtlest">{fileSize(size)}</span>
            <span className="subtlest wide-only">
              <MomentText at={created} precision="day" />
            </span>
            {isEditable && (
              <IconButton
                icon={DeleteIcon}
                label={`Delete ${filename}`}
                appearance="subtle"
                spacing="compact"
                onClick={() => void act(`${filename} could not be deleted`, () => deleteAttachment(id))}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Jira's address of the file, at the address that the page itself has; without it Jira answers with another address. */
const addressHere = (content: string): string => `${new URL(content, window.location.href).pathname}?redirect=false`;
