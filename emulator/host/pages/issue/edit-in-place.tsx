import { IconButton } from '@atlaskit/button/new';
import EditIcon from '@atlaskit/icon/core/edit';
import { type MouseEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';

interface EditInPlaceProps {
  /** Of the field, for the button's name. */
  readonly label: string;
  readonly isEditable: boolean;
  readonly children: ReactNode;
  /** The input that takes the value's place. */
  readonly editor: (leave: Leave) => ReactNode;
}

/** Goes back to reading. `done`: the keyboard is where it was before; `away`: the person is somewhere else already. */
export type Leave = (how: 'done' | 'away') => void;

/** A value that turns into an input when it is clicked, or its edit button is pressed. */
export function EditInPlace({ label, isEditable, children, editor }: EditInPlaceProps) {
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const comesBack = useRef(false);
  const leave = useCallback<Leave>((how) => {
    comesBack.current = how === 'done';
    setEditing(false);
  }, []);
  useEffect(() => {
    if (!isEditing && comesBack.current) button.current?.focus();
    comesBack.current = false;
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
