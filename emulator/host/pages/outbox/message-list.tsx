import Lozenge from '@atlaskit/lozenge';
import type { OutboxEntry } from '../../api/outbox';
import { MomentText } from '../moment-text';
import { AccountName } from '../people/account-name';
import { SiteLink } from '../site-link';
import { outboxAddress } from './outbox-address';

interface MessageListProps {
  readonly entries: readonly OutboxEntry[];
  readonly entry: string | undefined;
  readonly person: string | undefined;
}

export function MessageList({ entries, entry, person }: MessageListProps) {
  return (
    <ul className="messages" aria-label="Messages">
      {entries.map(({ id, at, kind, subject, to }) => (
        <li key={id}>
          <SiteLink
            href={outboxAddress({ entry: id, person })}
            className="message"
            aria-current={id === entry ? 'true' : undefined}
          >
            <span className="message-line">
              <span className="message-to">
                {'To '}
                {to.map((accountId, index) => (
                  <span key={accountId}>
                    {index > 0 && ', '}
                    <AccountName accountId={accountId} />
                  </span>
                ))}
              </span>
              <span className="subtlest message-at">
                <MomentText at={at} />
              </span>
            </span>
            <span className="message-line">
              <span className="message-subject">{subject}</span>
              {kind === 'mention' && <Lozenge>Mention</Lozenge>}
            </span>
          </SiteLink>
        </li>
      ))}
    </ul>
  );
}
