import Button from '@atlaskit/button/new';
import EyeOpenIcon from '@atlaskit/icon/core/eye-open';
import EyeOpenFilledIcon from '@atlaskit/icon/core/eye-open-filled';
import type { Issue } from '../../api/issue-shape';
import { stopWatching, watchIssue } from '../../api/watching';
import { useViewer } from '../viewer';
import { useAct } from './use-act';

interface WatchButtonProps {
  readonly issue: Issue;
  readonly reload: () => Promise<void>;
}

/** How many watch the issue, and whether the viewer does. */
export function WatchButton({ issue: { key, fields }, reload }: WatchButtonProps) {
  const { accountId } = useViewer();
  const { isBusy, act } = useAct(reload);
  if (fields.watches === null || fields.watches === undefined) return null;
  const { isWatching, watchCount } = fields.watches;
  const watchers = watchCount === 1 ? '1 watcher' : `${watchCount} watchers`;
  return (
    <Button
      appearance="subtle"
      iconBefore={isWatching ? EyeOpenFilledIcon : EyeOpenIcon}
      aria-pressed={isWatching}
      aria-label={`${isWatching ? 'Stop watching' : 'Watch'}, ${watchers}`}
      isLoading={isBusy}
      onClick={() =>
        void act(isWatching ? 'You could not stop watching' : 'You could not start watching', () =>
          isWatching ? stopWatching(key, accountId) : watchIssue(key, accountId),
        )
      }
    >
      {watchCount}
    </Button>
  );
}
