import * as v from 'valibot';
import type { Emulator } from '../emulator';
import { PAY } from '../jira/site/existing-site';
import { personAt, type Person } from './person-at-the-site';

const CHANGES = [
  'Raise the time limit of the card gateway',
  'Show the fee before somebody pays',
  'Keep the receipt for ten years',
  'Change the provider of direct debits',
  'Round amounts as the tax office wants it',
  'Encrypt the archive of receipts',
  'Retry a payment that the bank did not answer',
  'Stop asking for the card number twice',
  'Move the refunds to the new ledger',
  'Log who looks at a payment',
];

const CURRENCIES = ['euros', 'dollars'];

/** Names of work types and how many issues of each there are, besides changes and their subtasks. */
const OTHERS = [
  { issuetype: 'Task', count: 9, summary: 'Check the settlement of week' },
  { issuetype: 'Bug', count: 6, summary: 'The amount is shown wrong in language' },
];

/** What leads a change on from one status to the next. */
const STEPS = ['11', '21', '31'];
const DROP = '41';

const CreatedSchema = v.object({ key: v.string() });

/** The 40 issues of project PAY: 20 changes at every step of their way, 5 subtasks, 15 others. */
export async function seedExistingIssues(emulator: Emulator): Promise<void> {
  const people = ['erin', 'pat', 'lee', 'sky'].map((name) => personAt(emulator, name));
  const lead = personAt(emulator, 'lee');
  const inTurn = (index: number): Person => people[index % people.length] ?? lead;
  const summaries = CURRENCIES.flatMap((currency) => CHANGES.map((change) => `${change}, for ${currency}`));
  for (const [index, summary] of summaries.entries()) {
    const key = await create(inTurn(index), { issuetype: { id: PAY.changeTypeId }, summary });
    if (index % 4 === 0) {
      await create(inTurn(index), { issuetype: { name: 'Subtask' }, parent: { key }, summary: `Test: ${summary}` });
    }
    await inTurn(index).rest('PUT', `/issue/${key}`, { fields: { assignee: { id: '712020:erin' } } });
    for (const step of index % 5 === 4 ? [DROP] : STEPS.slice(0, index % 5)) await move(inTurn(index), key, step);
  }
  for (const { issuetype, count, summary } of OTHERS) {
    for (let number = 1; number <= count; number += 1) {
      await create(inTurn(number), { issuetype: { name: issuetype }, summary: `${summary} ${number}` });
    }
  }
}

async function create(who: Person, fields: object): Promise<string> {
  const created = await who.rest('POST', '/issue', { fields: { project: { key: PAY.key }, ...fields } });
  return v.parse(CreatedSchema, created).key;
}

const move = (who: Person, key: string, transition: string) =>
  who.rest('POST', `/issue/${key}/transitions`, { transition: { id: transition } });
