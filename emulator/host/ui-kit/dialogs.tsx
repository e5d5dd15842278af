import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { given, propsOf } from './node-props';
import type { Renderers } from './render-node';

const WIDTHS = ['small', 'medium', 'large', 'x-large'] as const;

/** Dialogs over the page. */
export const DIALOGS: Renderers = {
  ModalTransition: (_node, children) => <ModalTransition>{children()}</ModalTransition>,
  Modal(node, children) {
    const props = propsOf(node);
    const onClose = props.action('onClose');
    return (
      <Modal
        {...given({
          label: props.text('label'),
          width: props.oneOf('width', WIDTHS) ?? props.number('width') ?? props.text('width'),
          height: props.number('height') ?? props.text('height'),
        })}
        onClose={() => onClose?.()}
        shouldScrollInViewport={props.flag('shouldScrollInViewport')}
      >
        {children()}
      </Modal>
    );
  },
  ModalHeader: (_node, children) => <ModalHeader hasCloseButton>{children()}</ModalHeader>,
  ModalTitle: (_node, children) => <ModalTitle>{children()}</ModalTitle>,
  ModalBody: (_node, children) => <ModalBody>{children()}</ModalBody>,
  ModalFooter: (_node, children) => <ModalFooter>{children()}</ModalFooter>,
};
