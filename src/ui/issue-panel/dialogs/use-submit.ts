import { useState } from 'react';
import type { Act } from '../../../api';
import type { ActDialogProps } from './act-dialog-props';

/**
 * Sends the act, and closes when it is recorded. `seen` is the change that the dialog shows and the act is for: it
 * stays as it was when the dialog opened, and moves on only with a refusal that says so.
 */
export function useSubmit({ intended, change, act, onClose }: ActDialogProps) {
  const [seen, setSeen] = useState(change);
  const [notice, setNotice] = useState<string>();

  const submit = async (intendedAct: Act): Promise<void> => {
    const reply = await act(intended.commandId, intendedAct);
    if (reply.kind === 'recorded') {
      onClose();
      return;
    }
    if (reply.kind === 'refused') setSeen(reply.change);
    setNotice(reply.message);
  };
  return { seen, notice, submit };
}
