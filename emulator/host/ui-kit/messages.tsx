import Badge from '@atlaskit/badge';
import EmptyState from '@atlaskit/empty-state';
import Lozenge from '@atlaskit/lozenge';
import ProgressBar from '@atlaskit/progress-bar';
import { ProgressTracker } from '@atlaskit/progress-tracker';
import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import Tag from '@atlaskit/tag';
import Tooltip from '@atlaskit/tooltip';
import * as v from 'valibot';
import { wordsOf } from './forge-doc';
import { given, propsOf } from './node-props';
import type { Renderers } from './render-node';

const StageSchema = v.object({
  id: v.string(),
  label: v.string(),
  percentageComplete: v.number(),
  status: v.picklist(['unvisited', 'visited', 'current', 'disabled']),
});

/** What tells a state: labels, messages, progress. */
export const MESSAGES: Renderers = {
  Lozenge(node, children) {
    const appearance = propsOf(node).oneOf('appearance', [
      'default',
      'inprogress',
      'moved',
      'new',
      'removed',
      'success',
    ]);
    return <Lozenge {...given({ appearance })}>{children()}</Lozenge>;
  },
  Badge(node) {
    const appearance = propsOf(node).oneOf('appearance', ['added', 'default', 'important', 'primary', 'removed']);
    return <Badge {...given({ appearance })}>{wordsOf(node)}</Badge>;
  },
  Tag: (node) => <Tag text={propsOf(node).text('text') ?? ''} isRemovable={false} />,
  TagGroup: (_node, children) => <div className="ui-kit-button-group">{children()}</div>,
  SectionMessage(node, children) {
    const props = propsOf(node);
    const appearance = props.oneOf('appearance', ['information', 'warning', 'error', 'success', 'discovery']);
    const actions = node.children.filter(({ type }) => type === 'SectionMessageAction');
    const options = given({ appearance, title: props.text('title') });
    const body = children(node.children.filter(({ type }) => type !== 'SectionMessageAction')) ?? '';
    return actions.length === 0 ? (
      <SectionMessage {...options}>{body}</SectionMessage>
    ) : (
      <SectionMessage {...options} actions={<>{children(actions)}</>}>
        {body}
      </SectionMessage>
    );
  },
  SectionMessageAction(node, children) {
    const onClick = propsOf(node).action('onClick');
    return (
      <SectionMessageAction {...(onClick && { onClick: () => void onClick() })}>{children()}</SectionMessageAction>
    );
  },
  Spinner(node) {
    const props = propsOf(node);
    return (
      <Spinner
        size={props.oneOf('size', ['small', 'medium', 'large', 'xlarge']) ?? 'medium'}
        label={props.text('label') ?? 'Loading'}
      />
    );
  },
  ProgressBar(node) {
    const props = propsOf(node);
    return <ProgressBar value={props.number('value') ?? 0} ariaLabel={props.text('ariaLabel') ?? 'Progress'} />;
  },
  ProgressTracker: (node) => <ProgressTracker items={propsOf(node).list('items', StageSchema)} />,
  EmptyState(node) {
    const props = propsOf(node);
    return <EmptyState header={props.text('header') ?? ''} {...given({ description: props.text('description') })} />;
  },
  Tooltip: (node, children) => <Tooltip content={propsOf(node).text('content') ?? ''}>{children()}</Tooltip>,
};
