import Button, { LinkButton } from '@atlaskit/button/new';
import { given, propsOf } from './node-props';
import type { ForgeNode } from './forge-doc';
import type { Renderers } from './render-node';

const APPEARANCES = ['default', 'danger', 'primary', 'subtle', 'warning', 'discovery'] as const;

function buttonProps(node: ForgeNode) {
  const props = propsOf(node);
  const onClick = props.action('onClick');
  return {
    ...given({
      appearance: props.oneOf('appearance', APPEARANCES),
      spacing: props.oneOf('spacing', ['default', 'compact']),
      type: props.oneOf('type', ['button', 'submit', 'reset']),
    }),
    isDisabled: props.flag('isDisabled'),
    isSelected: props.flag('isSelected'),
    shouldFitContainer: props.flag('shouldFitContainer'),
    autoFocus: props.flag('autoFocus'),
    // The app gets no live event of the host.
    ...(onClick === undefined ? {} : { onClick: () => void onClick({ type: 'click', target: {} }) }),
  };
}

/** Things to press. */
export const BUTTONS: Renderers = {
  Button: (node, children) => <Button {...buttonProps(node)}>{children()}</Button>,
  LoadingButton: (node, children) => (
    <Button {...buttonProps(node)} isLoading={propsOf(node).flag('isLoading')}>
      {children()}
    </Button>
  ),
  LinkButton: (node, children) => (
    <LinkButton
      href={propsOf(node).text('href') ?? ''}
      {...given({ appearance: propsOf(node).oneOf('appearance', ['default', 'primary', 'subtle']) })}
    >
      {children()}
    </LinkButton>
  ),
  ButtonGroup: (node, children) => (
    <div role="group" aria-label={propsOf(node).text('label')} className="ui-kit-button-group">
      {children()}
    </div>
  ),
};
