import Heading from '@atlaskit/heading';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { ProblemPart } from '../page-states';
import { CommentList } from './comment-list';
import { HistoryList } from './history-list';
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
            {comments.kind === 'ok' ? (
              <CommentList issueKey={issueKey} page={comments.value} mayComment={mayComment} reload={reload} />
            ) : (
              <ProblemPart problem={comments} />
            )}
          </div>
        </TabPanel>
        <TabPanel>
          <div className="tab-body">
            {history.kind === 'ok' ? (
              <HistoryList issueKey={issueKey} newest={history.value} />
            ) : (
              <ProblemPart problem={history} />
            )}
          </div>
        </TabPanel>
      </Tabs>
    </section>
  );
}
