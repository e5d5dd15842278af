import type { LozengeProps } from '@forge/react';
import type { VersionView } from '../../api-settings';

interface Standing {
  readonly text: string;
  readonly appearance: NonNullable<LozengeProps['appearance']>;
}

export const VERSION_STATE: Readonly<Record<VersionView['state'], Standing>> = {
  'in-force': { text: 'In force', appearance: 'success' },
  waiting: { text: 'Waiting', appearance: 'moved' },
  'never-in-force': { text: 'Never in force', appearance: 'default' },
  replaced: { text: 'Replaced', appearance: 'default' },
};
