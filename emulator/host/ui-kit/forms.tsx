import { ErrorMessage, HelperMessage, Label, ValidMessage } from '@atlaskit/form';
import Heading from '@atlaskit/heading';
import { propsOf } from './node-props';
import type { Renderers } from './render-node';

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
          void onSubmit?.({ type: 'submit', preventDefault: () => undefined, persist: () => undefined });
        }}
      >
        {children()}
      </form>
    );
  },
  FormHeader: (node, children) => (
    <header>
      <Heading size="medium">{propsOf(node).text('title') ?? ''}</Heading>
      {children()}
    </header>
  ),
  FormSection: (_node, children) => <section>{children()}</section>,
  FormFooter: (_node, children) => <footer className="ui-kit-button-group">{children()}</footer>,
  Label: (node, children) => <Label htmlFor={propsOf(node).text('labelFor') ?? ''}>{children()}</Label>,
  RequiredAsterisk: () => (
    <span className="ui-kit-required" title="required" aria-hidden="true">
      *
    </span>
  ),
  HelperMessage: (_node, children) => <HelperMessage>{children()}</HelperMessage>,
  ErrorMessage: (_node, children) => (
    <div role="alert">
      <ErrorMessage>{children()}</ErrorMessage>
    </div>
  ),
  ValidMessage: (_node, children) => <ValidMessage>{children()}</ValidMessage>,
};
