import { ErrorMessage, HelperMessage, Label, ValidMessage } from '@atlaskit/form';
import Heading from '@atlaskit/heading';
import type { ReactNode } from 'react';
import type { ForgeNode } from './forge-doc';
import { given, propsOf } from './node-props';
import type { Renderers } from './render-node';
import { RequiredMark } from './required-mark';

/** What stands around the inputs of a form. */
export const FORMS: Renderers = {
  Form(node, children) {
    const onSubmit = propsOf(node).action('onSubmit');
    return (
      <form
        noValidate
        className="ui-kit-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.({ type: 'submit', preventDefault: () => undefined, persist: () => undefined });
        }}
      >
        {children()}
      </form>
    );
  },
  FormHeader: (node, children) => (
    <header className="ui-kit-form-part">
      <Heading size="medium">{propsOf(node).text('title') ?? ''}</Heading>
      {propsOf(node).text('description')}
      {children()}
    </header>
  ),
  FormSection: (node, children) => <FormSection node={node}>{children()}</FormSection>,
  FormFooter: (node, children) => (
    <footer className={propsOf(node).text('align') === 'start' ? 'ui-kit-row' : 'ui-kit-row ui-kit-row-end'}>
      {children()}
    </footer>
  ),
  Label(node, children) {
    const props = propsOf(node);
    return (
      <Label htmlFor={props.text('labelFor') ?? ''} {...given({ id: props.text('id') })}>
        {children()}
      </Label>
    );
  },
  RequiredAsterisk: () => <RequiredMark />,
  HelperMessage: (_node, children) => <HelperMessage>{children()}</HelperMessage>,
  ErrorMessage: (_node, children) => (
    <div role="alert">
      <ErrorMessage>{children()}</ErrorMessage>
    </div>
  ),
  ValidMessage: (_node, children) => <ValidMessage>{children()}</ValidMessage>,
};

function FormSection({ node, children }: { readonly node: ForgeNode; readonly children: ReactNode }) {
  const props = propsOf(node);
  const title = props.text('title');
  return (
    <section className="ui-kit-form-part">
      {title !== undefined && <Heading size="small">{title}</Heading>}
      {props.text('description')}
      {children}
    </section>
  );
}
