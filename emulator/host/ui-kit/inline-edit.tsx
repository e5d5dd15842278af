import { IconButton } from '@atlaskit/button/new';
import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import CrossIcon from '@atlaskit/icon/core/cross';
import type { ReactNode } from 'react';
import { partOf } from './content-part';
import type { ForgeNode } from './forge-doc';
import { propsOf } from './node-props';
import type { Renderers } from './render-node';

/** A value that becomes an input when it is pressed. */
export const INLINE_EDIT: Renderers = {
  InlineEdit: (node, children) => (
    <InlineEdit
      node={node}
      readView={children(partOf(node, 'readView'))}
      editView={children(partOf(node, 'editView'))}
    />
  ),
};

interface InlineEditProps {
  readonly node: ForgeNode;
  readonly readView: ReactNode;
  readonly editView: ReactNode;
}

/** The app keeps what is typed and says whether it is being edited. */
function InlineEdit({ node, readView, editView }: InlineEditProps) {
  const props = propsOf(node);
  const label = props.text('label') ?? '';
  const confirm = () => props.action('onConfirm')?.();
  const cancel = () => props.action('onCancel')?.();
  return (
    <div>
      {label !== '' && <div className="ui-kit-label">{label}</div>}
      {props.flag('isEditing') ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            confirm();
          }}
          onKeyDown={({ key }) => {
            if (key === 'Escape') cancel();
          }}
        >
          {editView}
          {!props.flag('hideActionButtons') && (
            <div className="ui-kit-inline-edit-actions">
              <IconButton type="submit" icon={CheckMarkIcon} label={props.text('confirmButtonLabel') ?? 'Confirm'} />
              <IconButton onClick={cancel} icon={CrossIcon} label={props.text('cancelButtonLabel') ?? 'Cancel'} />
            </div>
          )}
        </form>
      ) : (
        <button
          type="button"
          className="ui-kit-read-view"
          aria-label={props.text('editButtonLabel') ?? `Edit ${label}`.trim()}
          onClick={() => props.action('onEdit')?.()}
        >
          {readView}
        </button>
      )}
    </div>
  );
}
