import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { type Problem, problemSentences } from '../api/reply';

/** A page that has nothing to show yet. */
export function LoadingPage({ label }: { readonly label: string }) {
  return (
    <div className="loading" role="status">
      <Spinner size="large" label={label} />
    </div>
  );
}

interface ProblemProps {
  readonly problem: Problem;
  readonly onRetry?: () => Promise<void>;
}

/** A page that could not be shown at all. */
export function ProblemPage({ problem, onRetry }: ProblemProps) {
  return (
    <div className="page" role="alert">
      <EmptyState
        header={problemTitle(problem)}
        headingLevel={1}
        description={problemSentences(problem).join(' ')}
        primaryAction={onRetry && <Button onClick={() => void onRetry()}>Try again</Button>}
      />
    </div>
  );
}

/** A part of a page that could not be shown. */
export function ProblemPart({ problem, onRetry }: ProblemProps) {
  return (
    <SectionMessage appearance="error" title={problemTitle(problem)}>
      <p>{problemSentences(problem).join(' ')}</p>
      {onRetry && (
        <Button appearance="subtle" spacing="compact" onClick={() => void onRetry()}>
          Try again
        </Button>
      )}
    </SectionMessage>
  );
}

function problemTitle(problem: Problem): string {
  if (problem.kind === 'unreachable') return 'No answer from the site';
  switch (problem.status) {
    case 401:
    case 403:
      return 'You are not allowed to see this';
    case 404:
      return 'We couldn’t find that';
    case 501:
      return 'Not part of the embedded Jira';
    default:
      return 'Something went wrong';
  }
}
