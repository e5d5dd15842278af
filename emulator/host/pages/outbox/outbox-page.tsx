import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import { useEffect } from 'react';
import { followIssues } from '../../api/issue-stream';
import { type OutboxEntry, readOutbox } from '../../api/outbox';
import { LoadingPage, ProblemPart } from '../page-states';
import { usePageTitle } from '../page-title';
import { useRemote } from '../remote';
import { navigate } from '../router';
import { MessageList } from './message-list';
import { outboxAddress } from './outbox-address';
import { PersonFilter } from './person-filter';
import { ReadingPane } from './reading-pane';

interface OutboxPageProps {
  /** Id of the message that is read. */
  readonly entry: string | undefined;
  /** Account id to keep to. */
  readonly person: string | undefined;
}

/** Messages come a moment after what they are about. */
const QUIET_MS = 500;

/** What Jira would have sent to people: nothing leaves this machine. */
export function OutboxPage({ entry, person }: OutboxPageProps) {
  const { remote, reload } = useRemote('outbox', readOutbox);
  usePageTitle('Outbox');
  useEffect(() => {
    let timer: number | undefined;
    const unfollow = followIssues(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void reload(), QUIET_MS);
    });
    return () => {
      window.clearTimeout(timer);
      unfollow();
    };
  }, [reload]);
  return (
    <div className="page">
      <div className="page-head">
        <Heading size="large" as="h1">
          Outbox
        </Heading>
        <PersonFilter
          chosen={person}
          onChoose={(next) => navigate(outboxAddress({ entry: undefined, person: next }))}
        />
        <Button appearance="subtle" onClick={() => void reload()}>
          Refresh
        </Button>
      </div>
      <p className="subtle">E-mails and mentions that Jira would have sent. Nothing leaves this machine.</p>
      {remote.kind === 'loading' && <LoadingPage label="Reading the outbox" />}
      {remote.kind === 'ready' && <Mailbox entries={remote.value} entry={entry} person={person} />}
      {(remote.kind === 'refused' || remote.kind === 'unreachable') && (
        <ProblemPart problem={remote} onRetry={reload} />
      )}
    </div>
  );
}

function Mailbox({ entries, entry, person }: OutboxPageProps & { readonly entries: readonly OutboxEntry[] }) {
  const shown = person === undefined ? entries : entries.filter(({ to }) => to.includes(person));
  if (shown.length === 0) {
    return (
      <EmptyState
        header={person === undefined ? 'Nothing has been sent yet' : 'Nothing for this person'}
        description="When the app or a person notifies somebody, or mentions somebody in a comment, it appears here."
      />
    );
  }
  const read = shown.find(({ id }) => id === entry);
  return (
    <div className="mailbox" data-reading={read !== undefined}>
      <MessageList entries={shown} entry={entry} person={person} />
      <ReadingPane entry={read} back={outboxAddress({ entry: undefined, person })} />
    </div>
  );
}
