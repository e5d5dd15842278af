import { useSetColorMode } from '@atlaskit/app-provider';
import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import ThemeIcon from '@atlaskit/icon/core/theme';
import { useState } from 'react';
import { type ColorMode, keepColorMode, keptColorMode } from './kept-color-mode';

const MODES: readonly { readonly mode: ColorMode; readonly text: string }[] = [
  { mode: 'light', text: 'Light' },
  { mode: 'dark', text: 'Dark' },
  { mode: 'auto', text: 'Match browser' },
];

export function ThemeSwitch() {
  const setColorMode = useSetColorMode();
  const [chosen, setChosen] = useState(keptColorMode);
  const [isOpen, setOpen] = useState(false);
  const choose = (mode: ColorMode) => {
    setOpen(false);
    keepColorMode(mode);
    setChosen(mode);
    setColorMode(mode);
  };
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-end"
      isOpen={isOpen}
      onOpenChange={(change) => setOpen(change.isOpen)}
      trigger={({ triggerRef, ...trigger }) => (
        <IconButton {...trigger} ref={triggerRef} icon={ThemeIcon} label="Theme" appearance="subtle" />
      )}
    >
      <DropdownItemRadioGroup id="theme" title="Theme">
        {MODES.map(({ mode, text }) => (
          <DropdownItemRadio key={mode} id={mode} isSelected={mode === chosen} onClick={() => choose(mode)}>
            {text}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
    </DropdownMenu>
  );
}
