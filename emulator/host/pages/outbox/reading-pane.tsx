import { LinkButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { OutboxEntry } from '../../api/outbox';
import { Fact } from '../fact';
import { MomentText } from '../moment-text';
import { AccountName } from '../people/account-name';
import { SiteLink } from '../site-link';
import { MailBody } from './mail-body';

interface ReadingPaneProps {
  readonly entry: OutboxEntry | undefined;
  /** Where a narrow window goes back to. */
  readonly back: string;
}

/** The message that is open. */
export function ReadingPane({ entry, back }: ReadingPaneProps) {
  if (entry === undefined) {
    return (
      <section className="reading-pane reading-nothing" aria-label="Message">
        <p className="subtle">Choose a message to read it.</p>
      </section>
    );
  }
  return (
    <section className="reading-pane" aria-label="Message">
      <div className="narrow-only">
        <LinkButton appearance="subtle" href={back}>
          All messages
        </LinkButton>
      </div>
      <Heading size="medium" as="h2">
        {entry.subject}
      </Heading>
      <dl className="facts">
        <Fact label="From">
          {entry.from === null || entry.from === undefined ? 'Jira' : <AccountName accountId={entry.from} />}
        </Fact>
        <Fact label="To">
          {entry.to.map((accountId, index) => (
            <span key={accountId}>
              {index > 0 && ', '}
              <AccountName accountId={accountId} />
            </span>
          ))}
        </Fact>
        <Fact label="Sent">
          <MomentText at={entry.at} />
        </Fact>
        <Fact label={entry.kind === 'email' ? 'E-mail about' : 'Mention in'}>
          <SiteLink href={`/browse/${entry.issueKey}`}>{entry.issueKey}</SiteLink>
        </Fact>
      </dl>
      <MailBody text={entry.text ?? ''} html={entry.html ?? ''} />
    </section>
  );
}
