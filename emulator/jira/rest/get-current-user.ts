import { known } from '../store';
import { callerId } from '../permissions';
import { type Operation } from './operation';
import { userDetailsJson } from './get-user';

export const getCurrentUser: Operation = {
  operationId: 'getCurrentUser',
  method: 'GET',
  path: '/myself',
  expand: ['groups', 'applicationRoles'],
  handle: (call) => Response.json(userDetailsJson(call, known(call.store.accounts, callerId(call.who)))),
};
