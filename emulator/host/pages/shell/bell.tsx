import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import NotificationIcon from '@atlaskit/icon/core/notification';
import { dayAndTime, momentOf } from '../moment';
import { navigate } from '../router';
import { useViewer } from '../viewer';
import { useMentions } from './use-mentions';

const MOST_SHOWN = 8;

/** The mentions of the viewer. */
export function Bell() {
  const { accountId, timeZone } = useViewer();
  const { mentions, unread, markRead } = useMentions(accountId);
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-end"
      onOpenChange={({ isOpen }) => {
        if (!isOpen) markRead();
      }}
      trigger={({ triggerRef, isSelected, testId: _testId, ...trigger }) => (
        <button
          {...trigger}
          ref={triggerRef}
          type="button"
          className="switcher bell"
          data-open={isSelected}
          aria-label={unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`}
        >
          <NotificationIcon label="" />
          {unread > 0 && <span className="bell-count">{unread > 9 ? '9+' : unread}</span>}
        </button>
      )}
    >
      <DropdownItemGroup title={mentions.length === 0 ? 'Nobody has mentioned you yet' : 'Mentions of you'}>
        {mentions.slice(0, MOST_SHOWN).map(({ id, at, subject, issueKey }) => (
          <DropdownItem
            key={id}
            description={`${issueKey} · ${dayAndTime(momentOf(at), timeZone)}`}
            onClick={() => navigate(`/browse/${issueKey}`)}
          >
            {subject}
          </DropdownItem>
        ))}
        <DropdownItem onClick={() => navigate(`/outbox?person=${encodeURIComponent(accountId)}`)}>
          See all in the outbox
        </DropdownItem>
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
