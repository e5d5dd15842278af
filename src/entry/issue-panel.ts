import { makeResolver } from '@forge/resolver';
import type { ActReply, HistoryReply, PanelCalls, ViewReply } from '../api';
import { openChange } from '../application/open-change';
import { readActRequest, readPanelContext } from '../application/panel-request';
import { recordAct } from '../application/record-act';
import { viewChange } from '../application/view-change';
import { viewHistory } from '../application/view-history';
import { BrokenChain } from '../domain/row';
import { wire } from '../wiring/wire';
import { brokenWords } from './broken-words';
import { failedReply } from './failed-reply';

/** The resolver of the issue panel: `view` on load, `act` for each thing a person does, `history` when asked for. */
export const handler = makeResolver<PanelCalls>({
  view: async ({ context }): Promise<ViewReply> => {
    try {
      const { issueId, accountId, installContext } = readPanelContext(context);
      const opened = await openChange(wire(installContext), issueId, accountId);
      return opened.kind === 'not-here' ? opened : { kind: 'change', change: viewChange(opened.viewing) };
    } catch (failure) {
      return failedReply(
        failure instanceof BrokenChain
          ? brokenWords(failure)
          : 'The emergency change could not be read. Reload the page to try again.',
        failure,
      );
    }
  },
  act: async ({ payload, context }): Promise<ActReply> => {
    try {
      const { issueId, accountId, installContext } = readPanelContext(context);
      const request = readActRequest(payload);
      const outcome = await recordAct(wire(installContext), { ...request, issueId, accountId });
      switch (outcome.kind) {
        case 'not-here':
          return outcome;
        case 'recorded':
          return { kind: 'recorded', change: viewChange(outcome.viewing) };
        case 'refused':
          return { kind: 'refused', ...outcome.refusal, change: viewChange(outcome.viewing) };
      }
    } catch (failure) {
      return failedReply('It is not certain that this was recorded. Try again: it is never recorded twice.', failure);
    }
  },
  history: async ({ context }): Promise<HistoryReply> => {
    try {
      const { issueId, accountId, installContext } = readPanelContext(context);
      const ports = wire(installContext);
      const opened = await openChange(ports, issueId, accountId);
      return opened.kind === 'not-here' ? opened : await viewHistory(ports, opened.viewing);
    } catch (failure) {
      return failedReply('The ledger could not be read. Try again.', failure);
    }
  },
});
