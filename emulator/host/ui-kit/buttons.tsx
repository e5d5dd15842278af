import Button, { LinkButton } from '@atlaskit/button/new';
import type { ForgeNode } from './forge-doc';
import { GLYPHS } from './glyphs';
import { given, propsOf } from './node-props';
import type { Renderers } from './render-node';
import { safeHref } from './safe-href';
import { xcssStyle } from './xcss-style';

const APPEARANCES = ['default', 'danger', 'primary', 'subtle', 'warning', 'discovery'] as const;

function buttonProps(node: ForgeNode) {
  const props = propsOf(node);
  const onClick = props.action('onClick');
  return {
    ...given({
      appearance: props.oneOf('appearance', APPEARANCES),
      spacing: props.oneOf('spacing', ['default', 'compact']),
      type: props.oneOf('type', ['button', 'submit', 'reset']),
      iconBefore: glyph(props.text('iconBefore')),
      iconAfter: glyph(props.text('iconAfter')),
    }),
    isDisabled: props.flag('isDisabled'),
    isSelected: props.flag('isSelected'),
    shouldFitContainer: props.flag('shouldFitContainer'),
    autoFocus: props.flag('autoFocus'),
    // The app gets no live event of the host.
    ...(onClick && { onClick: () => onClick({ type: 'click', target: {} }) }),
  };
}

const isGlyph = (name: string): name is keyof typeof GLYPHS => Object.hasOwn(GLYPHS, name);

const glyph = (name: string | undefined) => (name !== undefined && isGlyph(name) ? GLYPHS[name] : undefined);

/** Things to press. */
export const BUTTONS: Renderers = {
  Button: (node, children) => <Button {...buttonProps(node)}>{children()}</Button>,
  LoadingButton: (node, children) => (
    <Button {...buttonProps(node)} isLoading={propsOf(node).flag('isLoading')}>
      {children()}
    </Button>
  ),
  LinkButton(node, children) {
    const props = propsOf(node);
    const look = given({
      appearance: props.oneOf('appearance', APPEARANCES),
      spacing: props.oneOf('spacing', ['default', 'compact']),
    });
    const href = safeHref(props.text('href'));
    const target = props.text('target') === '_blank' ? { target: '_blank', rel: 'noopener noreferrer' } : {};
    return (
      <LinkButton
        {...look}
        {...target}
        href={href ?? ''}
        isDisabled={href === undefined || props.flag('isDisabled')}
        isSelected={props.flag('isSelected')}
        shouldFitContainer={props.flag('shouldFitContainer')}
      >
        {children()}
      </LinkButton>
    );
  },
  ButtonGroup(node, children) {
    const props = propsOf(node);
    return (
      <div role="group" aria-label={props.text('label')} aria-labelledby={props.text('titleId')} className="ui-kit-row">
        {children()}
      </div>
    );
  },
  Pressable(node, children) {
    const props = propsOf(node);
    const onClick = props.action('onClick');
    return (
      <button
        type={props.oneOf('type', ['button', 'submit', 'reset']) ?? 'button'}
        className="ui-kit-pressable"
        style={xcssStyle({
          ...given({ padding: props.text('padding'), backgroundColor: props.text('backgroundColor') }),
          ...props.record('xcss'),
        })}
        disabled={props.flag('isDisabled')}
        onClick={() => onClick?.({ type: 'click', target: {} })}
      >
        {children()}
      </button>
    );
  },
};
