import { IconButton } from '@atlaskit/button/new';
import EditIcon from '@atlaskit/icon/core/edit';
import { type MouseEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';

interface EditInPlaceProps {
  /** Of the field, for the button's name. */
  readonly label: string;
  readonly isEditable: boolean;
  readonly children: ReactNode;
  /** The input that takes the value's place; `leave` goes back to reading. */
  readonly editor: (leave: () => void) => ReactNode;
}

/** A value that turns into an input when it is clicked, or its edit button is pressed. */
export function EditInPlace({ label, isEditable, children, editor }: EditInPlaceProps) {
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const leave = useCallback(() => setEditing(false), []);
  useEffect(() => {
    if (wasEditing.current && !isEditing && document.activeElement === document.body) button.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  if (isEditing) return editor(leave);
  if (!isEditable) return <div className="in-place">{children}</div>;
  const editUnlessBusy = (event: MouseEvent) => {
    const onLink = event.target instanceof Element && event.target.closest('a') !== null;
    const isSelecting = window.getSelection()?.isCollapsed === false;
    if (!onLink && !isSelecting) setEditing(true);
  };
  return (
    <div className="in-place in-place-editable" onClick={editUnlessBusy}>
      {children}
      <span className="in-place-button">
        <IconButton
          ref={button}
          icon={EditIcon}
          label={`Edit ${label.toLowerCase()}`}
          appearance="subtle"
          spacing="compact"
          onClick={() => setEditing(true)}
        />
      </span>
    </div>
  );
}
