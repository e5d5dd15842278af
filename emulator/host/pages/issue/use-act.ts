import { useState } from 'react';
import type { Reply } from '../../api/reply';
import { useProblemFlag } from './issue-editing';

/**
 * Does something to the issue and reads it again. What stands in the way is told in a flag under `title`; the answer is
 * whether it went well.
 */
export function useAct(reload: () => Promise<void>) {
  const [isBusy, setBusy] = useState(false);
  const showProblem = useProblemFlag();
  const act = async (title: string, work: () => Promise<Reply<unknown>>): Promise<boolean> => {
    setBusy(true);
    const reply = await work();
    setBusy(false);
    if (reply.kind !== 'ok') showProblem(title, reply);
    await reload();
    return reply.kind === 'ok';
  };
  return { isBusy, act };
}
