import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { AdfDocument } from '../../adf/adf-document';
import { markupFromAdf } from '../../adf/markup-from-adf';
import { addComment, type Comment, type CommentPage, deleteComment, editComment } from '../../api/comments';
import { useViewer } from '../viewer';
import { CommentForm } from './comment-form';
import { DeleteDialog } from './delete-dialog';
import { EntryHead } from './entry-head';

interface CommentListProps {
  readonly issueKey: string;
  /** The newest first. */
  readonly page: CommentPage;
  readonly mayComment: boolean;
  readonly reload: () => Promise<void>;
}

export function CommentList({ issueKey, page, mayComment, reload }: CommentListProps) {
  const older = page.total - page.comments.length;
  return (
    <>
      {mayComment && <AddComment issueKey={issueKey} reload={reload} />}
      {page.comments.length === 0 && <p className="subtle">No comments yet.</p>}
      <ul className="activity">
        {page.comments.map((comment) => (
          <li key={comment.id}>
            <OneComment issueKey={issueKey} comment={comment} reload={reload} />
          </li>
        ))}
      </ul>
      {older > 0 && <p className="subtlest">{`${older} older comments are not shown.`}</p>}
    </>
  );
}

function AddComment({ issueKey, reload }: Pick<CommentListProps, 'issueKey' | 'reload'>) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <button type="button" className="comment-start" onClick={() => setOpen(true)}>
        Add a comment…
      </button>
    );
  }
  return (
    <CommentForm
      label="Add a comment"
      onSave={async (body) => {
        const reply = await addComment(issueKey, body);
        if (reply.kind === 'ok') await reload();
        return reply;
      }}
      onClose={() => setOpen(false)}
    />
  );
}

interface OneCommentProps {
  readonly issueKey: string;
  readonly comment: Comment;
  readonly reload: () => Promise<void>;
}

/** A comment; its author may change it or take it back. */
function OneComment({ issueKey, comment: { id, author, created, updated, body }, reload }: OneCommentProps) {
  const { accountId } = useViewer();
  const [mode, setMode] = useState<'read' | 'edit' | 'delete'>('read');
  const close = () => setMode('read');
  const isEdited = updated !== null && updated !== undefined && updated !== created;
  return (
    <>
      <EntryHead author={author} created={created} isEdited={isEdited} />
      {mode === 'edit' ? (
        <CommentForm
          label="Edit the comment"
          start={markupFromAdf(body)}
          onSave={async (next) => {
            const reply = await editComment(issueKey, id, next);
            if (reply.kind === 'ok') await reload();
            return reply;
          }}
          onClose={close}
        />
      ) : (
        <AdfDocument document={body} />
      )}
      {author?.accountId === accountId && mode !== 'edit' && (
        <div className="comment-acts">
          <Button appearance="subtle" spacing="compact" onClick={() => setMode('edit')}>
            Edit
          </Button>
          <Button appearance="subtle" spacing="compact" onClick={() => setMode('delete')}>
            Delete
          </Button>
        </div>
      )}
      {mode === 'delete' && (
        <DeleteDialog
          title="Delete this comment?"
          text="Once you delete, it’s gone for good."
          onDelete={() => deleteComment(issueKey, id)}
          onDone={() => {
            close();
            void reload();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
