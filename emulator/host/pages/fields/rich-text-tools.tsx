import Button, { IconButton } from '@atlaskit/button/new';
import AngleBracketsIcon from '@atlaskit/icon/core/angle-brackets';
import LinkIcon from '@atlaskit/icon/core/link';
import ListBulletedIcon from '@atlaskit/icon/core/list-bulleted';
import ListNumberedIcon from '@atlaskit/icon/core/list-numbered';
import MentionIcon from '@atlaskit/icon/core/mention';
import TextBoldIcon from '@atlaskit/icon/core/text-bold';
import TextItalicIcon from '@atlaskit/icon/core/text-italic';
import { listed, wrapped, type Writing } from './rich-text';

interface RichTextToolsProps {
  readonly act: (change: (now: Writing) => Writing) => void;
  readonly isPreview: boolean;
  readonly onPreview: (isPreview: boolean) => void;
}

const TOOLS = [
  { label: 'Bold', icon: TextBoldIcon, change: (now: Writing) => wrapped(now, '**') },
  { label: 'Emphasis', icon: TextItalicIcon, change: (now: Writing) => wrapped(now, '_') },
  { label: 'Code', icon: AngleBracketsIcon, change: (now: Writing) => wrapped(now, '`') },
  { label: 'Bulleted list', icon: ListBulletedIcon, change: (now: Writing) => listed(now, () => '-') },
  { label: 'Numbered list', icon: ListNumberedIcon, change: (now: Writing) => listed(now, (index) => `${index + 1}.`) },
  { label: 'Link', icon: LinkIcon, change: (now: Writing) => wrapped(now, '[', '](https://)') },
  { label: 'Mention', icon: MentionIcon, change: (now: Writing) => wrapped({ ...now, end: now.start }, '@', '') },
] as const;

export const RichTextTools = ({ act, isPreview, onPreview }: RichTextToolsProps) => (
  <div role="toolbar" aria-label="Formatting" className="rich-text-tools">
    {TOOLS.map(({ label, icon, change }) => (
      <IconButton
        key={label}
        icon={icon}
        label={label}
        appearance="subtle"
        spacing="compact"
        isTooltipDisabled={false}
        isDisabled={isPreview}
        onClick={() => act(change)}
      />
    ))}
    <span className="header-gap" />
    <Button appearance="subtle" spacing="compact" isSelected={isPreview} onClick={() => onPreview(!isPreview)}>
      Preview
    </Button>
  </div>
);
