import Badge from '@atlaskit/badge';
import Lozenge from '@atlaskit/lozenge';
import Tag from '@atlaskit/tag';
import { wordsOf } from './forge-doc';
import { given, propsOf } from './node-props';
import type { Renderers } from './render-node';
import { safeHref } from './safe-href';

const LOZENGE_APPEARANCES = ['default', 'inprogress', 'moved', 'new', 'removed', 'success'] as const;
const BADGE_APPEARANCES = ['added', 'default', 'important', 'primary', 'removed'] as const;
const TAG_COLOURS = [
  'standard',
  'green',
  'lime',
  'blue',
  'red',
  'purple',
  'magenta',
  'grey',
  'teal',
  'orange',
  'yellow',
] as const;

/** A word or a number that stands out. */
export const LABELS: Renderers = {
  Lozenge(node, children) {
    const props = propsOf(node);
    const appearance = props.oneOf('appearance', LOZENGE_APPEARANCES);
    const maxWidth = props.number('maxWidth') ?? props.text('maxWidth');
    return <Lozenge {...given({ appearance, maxWidth })}>{children()}</Lozenge>;
  },
  Badge(node) {
    const props = propsOf(node);
    const words = wordsOf(node);
    const options = given({ appearance: props.oneOf('appearance', BADGE_APPEARANCES), max: props.number('max') });
    return <Badge {...options}>{words !== '' && !Number.isNaN(Number(words)) ? Number(words) : words}</Badge>;
  },
  Tag(node) {
    const props = propsOf(node);
    const onAfterRemove = props.action('onAfterRemoveAction');
    const options = given({ color: props.oneOf('color', TAG_COLOURS), href: safeHref(props.text('href')) });
    return (
      <Tag
        {...options}
        text={props.text('text') ?? ''}
        isRemovable={props.flag('isRemovable')}
        {...given({ removeButtonLabel: props.text('removeButtonLabel') })}
        onAfterRemoveAction={(text) => onAfterRemove?.(text)}
      />
    );
  },
  TagGroup: (node, children) => (
    <div className={propsOf(node).text('alignment') === 'end' ? 'ui-kit-row ui-kit-row-end' : 'ui-kit-row'}>
      {children()}
    </div>
  ),
};
