import Button from '@atlaskit/button/new';
import DropdownMenu, {
  DropdownItemCheckbox,
  DropdownItemCheckboxGroup,
  DropdownItem,
  DropdownItemGroup,
} from '@atlaskit/dropdown-menu';
import type { Column } from './use-columns';

interface ColumnPickerProps {
  readonly offered: readonly Column[];
  readonly chosen: readonly string[];
  readonly onToggle: (columnId: string) => void;
  readonly onReset: () => void;
}

/** Which fields the list shows. */
export const ColumnPicker = ({ offered, chosen, onToggle, onReset }: ColumnPickerProps) => (
  <DropdownMenu<HTMLButtonElement>
    placement="bottom-end"
    trigger={({ triggerRef, ...trigger }) => (
      <Button {...trigger} ref={triggerRef}>
        Columns
      </Button>
    )}
  >
    <DropdownItemCheckboxGroup id="columns" title="Show as columns">
      {offered.map(({ id, name }) => (
        <DropdownItemCheckbox key={id} id={id} isSelected={chosen.includes(id)} onClick={() => onToggle(id)}>
          {name}
        </DropdownItemCheckbox>
      ))}
    </DropdownItemCheckboxGroup>
    <DropdownItemGroup hasSeparator>
      <DropdownItem onClick={onReset}>Back to the first columns</DropdownItem>
    </DropdownItemGroup>
  </DropdownMenu>
);
