import Button from '@atlaskit/button/new';
import { ErrorMessage } from '@atlaskit/form';
import Heading from '@atlaskit/heading';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import Textarea from '@atlaskit/textarea';
import { type FormEvent, useState } from 'react';
import { AdfDocument } from '../../adf/adf-document';
import { adfFromText } from '../../adf/adf-text';
import { addComment, type Comment } from '../../api/comments';
import type { Change, History } from '../../api/history';
import { type Problem, problemSentences } from '../../api/reply';
import { MomentText } from '../moment-text';
import { ProblemPart } from '../page-states';
import { PersonName } from '../people/person-name';
import type { IssueView } from './use-issue-view';

interface ActivityProps {
  readonly issueKey: string;
  readonly view: Pick<IssueView, 'comments' | 'mayComment' | 'history'>;
  readonly reload: () => Promise<void>;
}

/** What people said, and what happened to the issue. */
export function Activity({ issueKey, view: { comments, mayComment, history }, reload }: ActivityProps) {
  return (
    <section aria-label="Activity">
      <Heading size="xsmall" as="h2">
        Activity
      </Heading>
      <Tabs id="activity">
        <TabList>
          <Tab>Comments</Tab>
          <Tab>History</Tab>
        </TabList>
        <TabPanel>
          <div className="tab-body">
            {mayComment && <CommentBox issueKey={issueKey} reload={reload} />}
            {comments.kind === 'ok' ? (
              <Comments comments={comments.value.comments} />
            ) : (
              <ProblemPart problem={comments} />
            )}
          </div>
        </TabPanel>
        <TabPanel>
          <div className="tab-body">
            {history.kind === 'ok' ? <Histories histories={history.value.values} /> : <ProblemPart problem={history} />}
          </div>
        </TabPanel>
      </Tabs>
    </section>
  );
}

function CommentBox({ issueKey, reload }: Pick<ActivityProps, 'issueKey' | 'reload'>) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const body = adfFromText(text);
    if (body === null) return;
    setSending(true);
    const reply = await addComment(issueKey, body);
    setSending(false);
    setProblem(reply.kind === 'ok' ? undefined : reply);
    if (reply.kind !== 'ok') return;
    setText('');
    await reload();
  };
  return (
    <form onSubmit={(event) => void send(event)} className="in-place-form">
      <Textarea
        aria-label="Add a comment"
        placeholder="Add a comment…"
        minimumRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {problem !== undefined && (
        <div role="alert">
          <ErrorMessage>{problemSentences(problem).join(' ')}</ErrorMessage>
        </div>
      )}
      {text.trim() !== '' && (
        <div className="actions">
          <Button type="submit" appearance="primary" isLoading={isSending}>
            Save
          </Button>
        </div>
      )}
    </form>
  );
}

function Comments({ comments }: { readonly comments: readonly Comment[] }) {
  if (comments.length === 0) return <p className="subtle">No comments yet.</p>;
  return (
    <ul className="activity">
      {comments.map(({ id, author, created, body }) => (
        <li key={id}>
          <EntryHead author={author} created={created} />
          <AdfDocument document={body} />
        </li>
      ))}
    </ul>
  );
}

function Histories({ histories }: { readonly histories: readonly History[] }) {
  if (histories.length === 0) return <p className="subtle">Nothing has changed since the issue was created.</p>;
  return (
    <ul className="activity">
      {[...histories].reverse().map(({ id, author, created, items }) => (
        <li key={id}>
          <EntryHead author={author} created={created} />
          <ul className="changes">
            {items.map((item, index) => (
              <li key={index}>{changeText(item)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** Who, and when. */
function EntryHead({ author, created }: Pick<Comment, 'author' | 'created'>) {
  return (
    <div className="activity-head">
      <PersonName person={author} nobody="Unknown person" />
      <span className="subtlest">
        <MomentText at={created} />
      </span>
    </div>
  );
}

const changeText = ({ field, fromString, toString }: Change): string =>
  `Changed ${field} from “${fromString ?? 'None'}” to “${toString ?? 'None'}”`;
