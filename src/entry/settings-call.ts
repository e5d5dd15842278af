import * as v from 'valibot';
import type { Failed } from '../api';
import { BrokenChain } from '../domain/row';
import { brokenWords } from './broken-words';
import { failedReply } from './failed-reply';

/** The answer to one call of a settings page, or why there is none. `problem` says it where nothing better is known. */
export async function settingsCall<Reply>(problem: string, work: () => Promise<Reply>): Promise<Reply | Failed> {
  try {
    return await work();
  } catch (failure) {
    if (failure instanceof BrokenChain) return failedReply(brokenWords(failure), failure);
    return failedReply(
      v.isValiError(failure) ? 'This request could not be understood. Reload the page.' : problem,
      failure,
    );
  }
}
