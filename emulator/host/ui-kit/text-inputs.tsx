import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { SyntheticEvent } from 'react';
import { appEvent } from './app-event';
import type { ForgeNode } from './forge-doc';
import { ariaOf, given, propsOf } from './node-props';
import type { Renderers } from './render-node';
import { useTypedText } from './use-typed-text';

/** Fields of text. */
export const TEXT_INPUTS: Renderers = {
  Textfield: (node) => <OneLine node={node} />,
  TextArea: (node) => <ManyLines node={node} />,
};

type TextElement = HTMLInputElement | HTMLTextAreaElement;

function useTextProps(node: ForgeNode) {
  const props = propsOf(node);
  const [value, type] = useTypedText(props.words('value'));
  const onChange = props.action('onChange');
  const onBlur = props.action('onBlur');
  const onFocus = props.action('onFocus');
  return {
    ...given({
      id: props.text('id'),
      name: props.text('name'),
      appearance: props.oneOf('appearance', ['standard', 'subtle', 'none']),
      placeholder: props.text('placeholder'),
      value,
      defaultValue: props.words('defaultValue'),
      maxLength: props.number('maxLength'),
      minLength: props.number('minLength'),
    }),
    ...ariaOf(node),
    autoFocus: props.flag('autoFocus'),
    isCompact: props.flag('isCompact'),
    isDisabled: props.flag('isDisabled'),
    isInvalid: props.flag('isInvalid'),
    isMonospaced: props.flag('isMonospaced'),
    isReadOnly: props.flag('isReadOnly'),
    isRequired: props.flag('isRequired'),
    onChange: (event: SyntheticEvent<TextElement>) => {
      type(event.currentTarget.value);
      onChange?.(appEvent(event));
    },
    onBlur: (event: SyntheticEvent<TextElement>) => onBlur?.(appEvent(event)),
    onFocus: (event: SyntheticEvent<TextElement>) => onFocus?.(appEvent(event)),
  };
}

function OneLine({ node }: { readonly node: ForgeNode }) {
  const props = propsOf(node);
  const type = props.oneOf('type', ['text', 'password', 'number', 'email', 'url', 'tel', 'search', 'date', 'time']);
  const limits = given({
    min: props.words('min'),
    max: props.words('max'),
    pattern: props.text('pattern'),
    width: props.oneOf('width', ['xsmall', 'small', 'medium', 'large', 'xlarge']) ?? props.number('width'),
  });
  return <Textfield {...useTextProps(node)} {...limits} type={type ?? 'text'} />;
}

function ManyLines({ node }: { readonly node: ForgeNode }) {
  const props = propsOf(node);
  const size = given({
    maxHeight: props.text('maxHeight'),
    resize: props.oneOf('resize', ['auto', 'vertical', 'horizontal', 'smart', 'none']),
    spellCheck: props.maybeFlag('spellCheck'),
  });
  return <TextArea {...useTextProps(node)} {...size} minimumRows={props.number('minimumRows') ?? 4} />;
}
