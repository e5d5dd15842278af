import AddIcon from '@atlaskit/icon/core/add';
import AlertIcon from '@atlaskit/icon/core/alert';
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import AttachmentIcon from '@atlaskit/icon/core/attachment';
import BranchIcon from '@atlaskit/icon/core/branch';
import BugIcon from '@atlaskit/icon/core/bug';
import CalendarIcon from '@atlaskit/icon/core/calendar';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronLeftIcon from '@atlaskit/icon/core/chevron-left';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import ChevronUpIcon from '@atlaskit/icon/core/chevron-up';
import ClockIcon from '@atlaskit/icon/core/clock';
import CommentIcon from '@atlaskit/icon/core/comment';
import CommitIcon from '@atlaskit/icon/core/commit';
import CopyIcon from '@atlaskit/icon/core/copy';
import CrossIcon from '@atlaskit/icon/core/cross';
import CrossCircleIcon from '@atlaskit/icon/core/cross-circle';
import DeleteIcon from '@atlaskit/icon/core/delete';
import DownloadIcon from '@atlaskit/icon/core/download';
import EditIcon from '@atlaskit/icon/core/edit';
import EmailIcon from '@atlaskit/icon/core/email';
import EyeOpenIcon from '@atlaskit/icon/core/eye-open';
import FileIcon from '@atlaskit/icon/core/file';
import FilterIcon from '@atlaskit/icon/core/filter';
import FlagIcon from '@atlaskit/icon/core/flag';
import IncidentIcon from '@atlaskit/icon/core/incident';
import LightbulbIcon from '@atlaskit/icon/core/lightbulb';
import LinkIcon from '@atlaskit/icon/core/link';
import LinkBrokenIcon from '@atlaskit/icon/core/link-broken';
import LinkExternalIcon from '@atlaskit/icon/core/link-external';
import ListBulletedIcon from '@atlaskit/icon/core/list-bulleted';
import ListChecklistIcon from '@atlaskit/icon/core/list-checklist';
import LockLockedIcon from '@atlaskit/icon/core/lock-locked';
import LockUnlockedIcon from '@atlaskit/icon/core/lock-unlocked';
import MegaphoneIcon from '@atlaskit/icon/core/megaphone';
import MentionIcon from '@atlaskit/icon/core/mention';
import MinusIcon from '@atlaskit/icon/core/minus';
import NotificationIcon from '@atlaskit/icon/core/notification';
import PageIcon from '@atlaskit/icon/core/page';
import PeopleGroupIcon from '@atlaskit/icon/core/people-group';
import PersonIcon from '@atlaskit/icon/core/person';
import PersonAddIcon from '@atlaskit/icon/core/person-add';
import PullRequestIcon from '@atlaskit/icon/core/pull-request';
import QuestionCircleIcon from '@atlaskit/icon/core/question-circle';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import SearchIcon from '@atlaskit/icon/core/search';
import SendIcon from '@atlaskit/icon/core/send';
import SettingsIcon from '@atlaskit/icon/core/settings';
import ShieldIcon from '@atlaskit/icon/core/shield';
import ShowMoreHorizontalIcon from '@atlaskit/icon/core/show-more-horizontal';
import StatusDiscoveryIcon from '@atlaskit/icon/core/status-discovery';
import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusInformationIcon from '@atlaskit/icon/core/status-information';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import StatusVerifiedIcon from '@atlaskit/icon/core/status-verified';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import TagIcon from '@atlaskit/icon/core/tag';
import TaskIcon from '@atlaskit/icon/core/task';
import ThumbsDownIcon from '@atlaskit/icon/core/thumbs-down';
import ThumbsUpIcon from '@atlaskit/icon/core/thumbs-up';
import UndoIcon from '@atlaskit/icon/core/undo';
import UploadIcon from '@atlaskit/icon/core/upload';

/** The icons that the pages carry, by UI Kit's name. All 370 of them would double the pages' script. */
export const GLYPHS = {
  add: AddIcon,
  alert: AlertIcon,
  'arrow-down': ArrowDownIcon,
  'arrow-left': ArrowLeftIcon,
  'arrow-right': ArrowRightIcon,
  'arrow-up': ArrowUpIcon,
  attachment: AttachmentIcon,
  branch: BranchIcon,
  bug: BugIcon,
  calendar: CalendarIcon,
  'check-circle': CheckCircleIcon,
  'check-mark': CheckMarkIcon,
  'chevron-down': ChevronDownIcon,
  'chevron-left': ChevronLeftIcon,
  'chevron-right': ChevronRightIcon,
  'chevron-up': ChevronUpIcon,
  clock: ClockIcon,
  comment: CommentIcon,
  commit: CommitIcon,
  copy: CopyIcon,
  cross: CrossIcon,
  'cross-circle': CrossCircleIcon,
  delete: DeleteIcon,
  download: DownloadIcon,
  edit: EditIcon,
  email: EmailIcon,
  'eye-open': EyeOpenIcon,
  file: FileIcon,
  filter: FilterIcon,
  flag: FlagIcon,
  incident: IncidentIcon,
  information: StatusInformationIcon,
  lightbulb: LightbulbIcon,
  link: LinkIcon,
  'link-broken': LinkBrokenIcon,
  'link-external': LinkExternalIcon,
  'list-bulleted': ListBulletedIcon,
  'list-checklist': ListChecklistIcon,
  'lock-locked': LockLockedIcon,
  'lock-unlocked': LockUnlockedIcon,
  megaphone: MegaphoneIcon,
  mention: MentionIcon,
  minus: MinusIcon,
  notification: NotificationIcon,
  page: PageIcon,
  'people-group': PeopleGroupIcon,
  person: PersonIcon,
  'person-add': PersonAddIcon,
  'pull-request': PullRequestIcon,
  'question-circle': QuestionCircleIcon,
  refresh: RefreshIcon,
  search: SearchIcon,
  send: SendIcon,
  settings: SettingsIcon,
  shield: ShieldIcon,
  'show-more-horizontal': ShowMoreHorizontalIcon,
  'status-discovery': StatusDiscoveryIcon,
  'status-error': StatusErrorIcon,
  'status-information': StatusInformationIcon,
  'status-success': StatusSuccessIcon,
  'status-verified': StatusVerifiedIcon,
  'status-warning': StatusWarningIcon,
  tag: TagIcon,
  task: TaskIcon,
  'thumbs-down': ThumbsDownIcon,
  'thumbs-up': ThumbsUpIcon,
  undo: UndoIcon,
  upload: UploadIcon,
  warning: StatusWarningIcon,
} as const;
