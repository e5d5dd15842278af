import EmptyState from '@atlaskit/empty-state';
import ProgressBar from '@atlaskit/progress-bar';
import { ProgressTracker } from '@atlaskit/progress-tracker';
import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import Tooltip from '@atlaskit/tooltip';
import * as v from 'valibot';
import type { ForgeNode } from './forge-doc';
import { given, propsOf } from './node-props';
import { nodesInProps } from './nodes-in-props';
import type { Renderers } from './render-node';
import { safeHref } from './safe-href';

const StageSchema = v.object({
  id: v.string(),
  label: v.string(),
  percentageComplete: v.number(),
  status: v.picklist(['unvisited', 'visited', 'current', 'disabled']),
  onClick: v.optional(v.custom<() => unknown>((value) => typeof value === 'function')),
});

/** What tells a state: messages, progress. */
export const MESSAGES: Renderers = {
  SectionMessage(node, children) {
    const props = propsOf(node);
    const appearance = props.oneOf('appearance', ['information', 'warning', 'error', 'success', 'discovery']);
    const actions = nodesInProps(node.props.actions);
    const options = given({
      appearance,
      title: props.text('title'),
      actions: actions.length === 0 ? undefined : <>{children(actions)}</>,
    });
    return <SectionMessage {...options}>{children() ?? ''}</SectionMessage>;
  },
  SectionMessageAction(node, children) {
    const props = propsOf(node);
    const onClick = props.action('onClick');
    return (
      <SectionMessageAction
        {...given({ href: safeHref(props.text('href')) })}
        {...(onClick && { onClick: () => onClick() })}
      >
        {children()}
      </SectionMessageAction>
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
    return (
      <ProgressBar
        {...given({ appearance: props.oneOf('appearance', ['default', 'success', 'inverse']) })}
        value={props.number('value') ?? 0}
        isIndeterminate={props.flag('isIndeterminate')}
        ariaLabel={props.text('ariaLabel') ?? 'Progress'}
      />
    );
  },
  ProgressTracker(node) {
    const props = propsOf(node);
    const spacing = props.oneOf('spacing', ['comfortable', 'compact']);
    return <ProgressTracker {...given({ spacing, label: props.text('label') })} items={stages(node)} />;
  },
  EmptyState(node, children) {
    const props = propsOf(node);
    const drawn = (name: string) => <>{children(nodesInProps(node.props[name]))}</>;
    const options = given({
      description: props.text('description'),
      headingLevel: props.number('headingLevel'),
      width: props.oneOf('width', ['narrow', 'wide']),
    });
    return (
      <EmptyState
        {...options}
        header={props.text('header') ?? ''}
        isLoading={props.flag('isLoading')}
        primaryAction={drawn('primaryAction')}
        secondaryAction={drawn('secondaryAction')}
        tertiaryAction={drawn('tertiaryAction')}
      />
    );
  },
  Tooltip(node, children) {
    const props = propsOf(node);
    const position = props.oneOf('position', ['top', 'right', 'bottom', 'left', 'auto', 'mouse']);
    return (
      <Tooltip {...given({ position })} content={props.text('content') ?? ''} tag="span">
        {children()}
      </Tooltip>
    );
  },
};

const stages = (node: ForgeNode) =>
  propsOf(node)
    .list('items', StageSchema)
    .map(({ onClick, ...stage }) => ({ ...stage, ...(onClick && { onClick: () => void onClick() }) }));
