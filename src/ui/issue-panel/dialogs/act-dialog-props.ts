import type { ChangeView } from '../../../api';
import type { IntendedAct } from '../intended-act';
import type { ChangeOnScreen } from '../use-change';

/** What every dialog of the panel is given. */
export interface ActDialogProps {
  readonly intended: IntendedAct;
  readonly change: ChangeView;
  readonly act: ChangeOnScreen['act'];
  readonly onClose: () => void;
}
