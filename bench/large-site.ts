import { join } from 'node:path';
import { liveClock } from '../emulator/clock';
import { siteSeed } from '../emulator/demo/site-seeds';
import { createEmulator } from '../emulator/emulator';
import { type Bench, type Measurement, medianOf } from './bench';
import { searchAs } from './search-as';

const ISSUES = 100_000;
const RUNS = 21;

/** Tens of milliseconds: fewer than a person notices. */
const QUERY_BUDGET_MS = 50;

const QUERIES = [
  'project = OPS AND issuetype = "Emergency Change" AND status = Deployed ORDER BY created DESC',
  'project = WEB AND status = "In Progress" AND assignee = currentUser()',
  'created >= -30d AND labels = security ORDER BY updated DESC',
  'statusCategory != Done AND priority = Highest ORDER BY key',
];

export const largeSite: Bench = {
  name: 'A large site',
  async measure() {
    const beginning = siteSeed(`large:${ISSUES}`);
    if (beginning === undefined) throw new Error('There is no seed large.');
    const before = performance.now();
    const { fetch } = await createEmulator({ appRoot: join(__dirname, '..'), clock: liveClock(), beginning });
    const seconds = (performance.now() - before) / 1000;
    const search = (jql: string) => searchAs('erin', fetch, 'http://127.0.0.1:4000', jql);
    const first = await medianOf(1, () => search('project = OPS ORDER BY created'));
    const searches: Measurement[] = [];
    for (const jql of QUERIES) {
      searches.push({
        what: jql,
        unit: 'ms',
        measured: await medianOf(RUNS, () => search(jql)),
        budget: QUERY_BUDGET_MS,
      });
    }
    return [
      { what: '100,000 issues from a seed', unit: 's', measured: seconds, budget: 60 },
      { what: 'first search over them, which builds the index', unit: 'ms', measured: first, budget: undefined },
      ...searches,
    ];
  },
};
