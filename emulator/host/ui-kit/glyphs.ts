import AddIcon from '@atlaskit/icon/core/add';
import AlertIcon from '@atlaskit/icon/core/alert';
import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import AttachmentIcon from '@atlaskit/icon/core/attachment';
import BranchIcon from '@atlaskit/icon/core/branch';
import BugIcon from '@atlaskit/icon/core/bug';
import CalendarIcon from '@atlaskit/icon/core/calendar';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import ClockIcon from '@atlaskit/icon/core/clock';
import CommentIcon from '@atlaskit/icon/core/comment';
import CommitIcon from '@atlaskit/icon/core/commit';
import CopyIcon from '@atlaskit/icon/core/copy';
import CrossIcon from '@atlaskit/icon/core/cross';
import CrossCircleIcon from '@atlaskit/icon/core/cross-circle';
import DeleteIcon from '@atlaskit/icon/core/delete';
import DownloadIcon from '@atlaskit/icon/core/download';
import EditIcon from '@atlaskit/icon/core/edit';
import FileIcon from '@atlaskit/icon/core/file';
import FilterIcon from '@atlaskit/icon/core/filter';
import FlagIcon from '@atlaskit/icon/core/flag';
import LinkIcon from '@atlaskit/icon/core/link';
import LinkExternalIcon from '@atlaskit/icon/core/link-external';
import LockLockedIcon from '@atlaskit/icon/core/lock-locked';
import LockUnlockedIcon from '@atlaskit/icon/core/lock-unlocked';
import PageIcon from '@atlaskit/icon/core/page';
import PeopleGroupIcon from '@atlaskit/icon/core/people-group';
import PersonIcon from '@atlaskit/icon/core/person';
import PullRequestIcon from '@atlaskit/icon/core/pull-request';
import QuestionCircleIcon from '@atlaskit/icon/core/question-circle';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import SearchIcon from '@atlaskit/icon/core/search';
import SettingsIcon from '@atlaskit/icon/core/settings';
import ShieldIcon from '@atlaskit/icon/core/shield';
import StatusDiscoveryIcon from '@atlaskit/icon/core/status-discovery';
import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusInformationIcon from '@atlaskit/icon/core/status-information';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import StatusVerifiedIcon from '@atlaskit/icon/core/status-verified';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import UndoIcon from '@atlaskit/icon/core/undo';

/** The icons that the pages carry, by UI Kit's name. All 370 of them would double the pages' script. */
export const GLYPHS = {
  add: AddIcon,
  alert: AlertIcon,
  'arrow-right': ArrowRightIcon,
  attachment: AttachmentIcon,
  branch: BranchIcon,
  bug: BugIcon,
  calendar: CalendarIcon,
  'check-circle': CheckCircleIcon,
  'check-mark': CheckMarkIcon,
  'chevron-down': ChevronDownIcon,
  'chevron-right': ChevronRightIcon,
  clock: ClockIcon,
  comment: CommentIcon,
  commit: CommitIcon,
  copy: CopyIcon,
  cross: CrossIcon,
  'cross-circle': CrossCircleIcon,
  delete: DeleteIcon,
  download: DownloadIcon,
  edit: EditIcon,
  file: FileIcon,
  filter: FilterIcon,
  flag: FlagIcon,
  information: StatusInformationIcon,
  link: LinkIcon,
  'link-external': LinkExternalIcon,
  'lock-locked': LockLockedIcon,
  'lock-unlocked': LockUnlockedIcon,
  page: PageIcon,
  'people-group': PeopleGroupIcon,
  person: PersonIcon,
  'pull-request': PullRequestIcon,
  'question-circle': QuestionCircleIcon,
  refresh: RefreshIcon,
  search: SearchIcon,
  settings: SettingsIcon,
  shield: ShieldIcon,
  'status-discovery': StatusDiscoveryIcon,
  'status-error': StatusErrorIcon,
  'status-information': StatusInformationIcon,
  'status-success': StatusSuccessIcon,
  'status-verified': StatusVerifiedIcon,
  'status-warning': StatusWarningIcon,
  undo: UndoIcon,
} as const;
