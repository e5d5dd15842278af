import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import type { ReactNode } from 'react';
import { type Problem, problemSentences } from '../../api/reply';
import { LoadingPage, ProblemPart } from '../page-states';
import { ColumnPicker } from './column-picker';
import { IssueTable } from './issue-table';
import { JqlBar } from './jql-bar';
import { jqlOrder, orderedBy } from './jql-order';
import { useColumns } from './use-columns';
import { type IssuePages, useIssuePages } from './use-issue-pages';

interface FoundIssuesProps {
  readonly jql: string;
  readonly onSearch: (jql: string) => void;
  readonly onCreate: () => void;
}

/** The JQL, what is wrong with it, and what it finds. */
export function FoundIssues({ jql, onSearch, onCreate }: FoundIssuesProps) {
  const columns = useColumns();
  const pages = useIssuePages(
    jql,
    columns.chosen.map(({ id }) => id),
  );
  const refusal = jqlRefusal(pages.problem);
  return (
    <>
      <div className="search-bar">
        <JqlBar jql={jql} errors={refusal} onSearch={onSearch} />
        <ColumnPicker
          offered={columns.offered}
          chosen={columns.chosen.map(({ id }) => id)}
          onToggle={columns.toggle}
          onReset={columns.reset}
        />
      </div>
      {refusal.length === 0 && (
        <Found pages={pages} onCreate={onCreate}>
          <IssueTable
            issues={pages.issues}
            columns={columns.chosen}
            order={jqlOrder(jql)}
            onOrder={(order) => onSearch(orderedBy(jql, order))}
          />
        </Found>
      )}
    </>
  );
}

/** What Jira has against the JQL, to be shown beside it. */
const jqlRefusal = (problem: Problem | undefined): readonly string[] =>
  problem?.kind === 'refused' && problem.status === 400 ? problemSentences(problem) : [];

interface FoundProps {
  readonly pages: IssuePages;
  readonly onCreate: () => void;
  readonly children: ReactNode;
}

function Found({ pages, onCreate, children }: FoundProps) {
  const { issues, problem, hasMore, isReading, total, readMore } = pages;
  if (issues.length === 0 && isReading) return <LoadingPage label="Reading the issues" />;
  if (issues.length === 0 && problem === undefined) {
    return (
      <EmptyState
        header="No issues found"
        description="Nothing that you may see fits this search. Change it, or create an issue."
        primaryAction={
          <Button appearance="primary" onClick={onCreate}>
            Create issue
          </Button>
        }
      />
    );
  }
  return (
    <>
      <p className="subtlest issue-count" role="status">
        {total === undefined ? '' : total === 1 ? '1 issue' : `${total} issues`}
      </p>
      {issues.length > 0 && children}
      {problem !== undefined && <ProblemPart problem={problem} onRetry={readMore} />}
      {hasMore && (
        <div className="list-more">
          <Button isLoading={isReading} onClick={() => void readMore()}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}
