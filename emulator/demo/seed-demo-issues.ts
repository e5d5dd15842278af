import * as v from 'valibot';
import type { Emulator } from '../emulator';
import { inThePast, letTimePass } from './in-the-past';
import { personAt, type Person } from './person-at-the-site';

const KIND_FIELD = 'customfield_10050';
const PANEL = 'emergency-change-panel';
const START_DEPLOYMENT = '111';
const MARK_DEPLOYED = '121';
const CLOSE = '131';

interface Opening {
  readonly summary: string;
  readonly description: string;
  readonly kind: string;
}

/** Some issues in different states, each brought there by what people do: in Jira, and in the app's panel. */
export async function seedDemoIssues(emulator: Emulator): Promise<void> {
  const as = (name: string) => personAt(emulator, name);
  await inThePast(emulator, DAYS_AGO, async () => {
    await pastTheGate(emulator, as);
    await completed(emulator, as);
  });
  await deployed(as);
  await rejected(as);
  await waitingForSecurity(as);
  await fresh(as);
  for (const summary of ['New colours for the checkout page', 'Write the release notes of November']) {
    await as('pat').rest('POST', '/issue', {
      fields: { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary },
    });
  }
}

type As = (name: string) => Person;

/** Longer than three business days, whatever day it is today. */
const DAYS_AGO = 8;
const HOUR_MS = 3_600_000;
/** Long enough for what people did to be told to the app, and for what it does then. */
const MINUTES_MS = 180_000;

/** Somebody moves the issue on by a bulk operation, which asks no rule; nobody holds the post-mortem either. */
async function pastTheGate(emulator: Emulator, as: As): Promise<void> {
  const key = await open(as('pat'), {
    summary: 'Search shows prices without tax',
    description: 'The tax service was renamed; the search still calls the old name.',
    kind: 'Major customer impact',
  });
  await letTimePass(emulator, MINUTES_MS);
  await approve(as('lou'), key, 'engineering-lead', 'Go, I will look for somebody of security.');
  await letTimePass(emulator, HOUR_MS);
  await as('pat').rest('POST', '/bulk/issues/transition', {
    bulkTransitionInputs: [{ selectedIssueIdsOrKeys: [key], transitionId: START_DEPLOYMENT }],
    sendBulkNotification: false,
  });
  await letTimePass(emulator, MINUTES_MS);
  await move(as('pat'), key, MARK_DEPLOYED);
  await letTimePass(emulator, MINUTES_MS);
}

/** By the book, with one approval by telephone. */
async function completed(emulator: Emulator, as: As): Promise<void> {
  const key = await open(as('erin'), {
    summary: 'Payments are declined for cards of one bank',
    description: 'The bank changed a field of its answer. The fix accepts both forms.',
    kind: 'Service outage',
  });
  await letTimePass(emulator, MINUTES_MS);
  await as('lee').act(PANEL, key, { kind: 'acknowledge' });
  await propose(as('erin'), key, 'https://git.example.com/shop/pull/1874', '51d0c2e');
  await approve(as('lee'), key, 'engineering-lead', 'Targeted, and easy to take back.');
  await report(as('erin'), key, emulator.clock.now());
  await review(as('pat'), key, 'peer', null);
  await review(as('sky'), key, 'security', { level: 'low', why: 'Only the parser of one answer changes.' });
  await move(as('erin'), key, START_DEPLOYMENT);
  await letTimePass(emulator, MINUTES_MS);
  await letTimePass(emulator, HOUR_MS);
  await move(as('erin'), key, MARK_DEPLOYED);
  await letTimePass(emulator, MINUTES_MS);
  await ratify(as('sam'), key);
  await letTimePass(emulator, HOUR_MS);
  await as('erin').act(PANEL, key, {
    kind: 'record-post-mortem',
    heldAt: emulator.clock.now().toISOString(),
    link: 'https://wiki.example.com/post-mortems/payments-declined',
  });
  await as('lee').act(PANEL, key, { kind: 'confirm-attendance', slot: 'engineering-lead' });
  await as('sam').act(PANEL, key, { kind: 'confirm-attendance', slot: 'security' });
  for (const document of ['change-documentation', 'pull-request']) {
    const link = `https://git.example.com/shop/${document}/1874`;
    await as('erin').act(PANEL, key, { kind: 'link-document', document, link });
  }
  await letTimePass(emulator, MINUTES_MS);
  await move(as('erin'), key, CLOSE);
  await letTimePass(emulator, MINUTES_MS);
}

async function report(who: Person, key: string, saidAt: Date): Promise<void> {
  const { change } = v.parse(ViewSchema, await who.invoke(PANEL, key, 'view', {}));
  await who.act(PANEL, key, {
    kind: 'report-approval',
    slot: 'security',
    form: 'verbal',
    approver: '712020:sam',
    channel: 'by phone',
    saidAt: saidAt.toISOString(),
    note: 'Sam was on the train and said to go ahead.',
    link: '',
    expectedDigest: change.digest,
  });
}

async function ratify(who: Person, key: string): Promise<void> {
  const { change } = v.parse(ViewSchema, await who.invoke(PANEL, key, 'view', {}));
  await who.act(PANEL, key, { kind: 'ratify', slot: 'security', expectedDigest: change.digest });
}

async function deployed(as: As): Promise<void> {
  const key = await open(as('pat'), {
    summary: 'Sessions of other customers shown after login',
    description: 'A cache key lacks the tenant. The fix adds it and empties the cache.',
    kind: 'Security vulnerability',
  });
  await propose(as('pat'), key, 'https://git.example.com/shop/pull/1881', '9f2c1ab');
  await approve(as('lou'), key, 'engineering-lead', 'Small and reversible. Go.');
  await approve(as('sky'), key, 'security', 'Reviewed the cache key with Pat.');
  await review(as('erin'), key, 'peer', null);
  await review(as('sam'), key, 'security', { level: 'medium', why: 'Nobody can read what was in the cache before.' });
  await move(as('pat'), key, START_DEPLOYMENT);
  await move(as('pat'), key, MARK_DEPLOYED);
}

async function rejected(as: As): Promise<void> {
  const key = await open(as('erin'), {
    summary: 'Turn off rate limiting to let the backlog through',
    description: 'The queue of the importer is four hours behind.',
    kind: 'Major customer impact',
  });
  await approve(as('lee'), key, 'engineering-lead', '');
  await as('sam').act(PANEL, key, {
    kind: 'reject',
    slot: 'security',
    reason: 'Without the limit the login can be brute-forced. Raise it for the importer only.',
  });
}

async function waitingForSecurity(as: As): Promise<void> {
  const key = await open(as('erin'), {
    summary: 'Orders are stored twice since the last release',
    description: 'Roll back the order service to 4.17.2 and rebuild the index.',
    kind: 'Data corruption',
  });
  await propose(as('erin'), key, 'https://git.example.com/orders/pull/402', 'c0ffee1');
  await approve(as('lee'), key, 'engineering-lead', 'The roll-back was tried in staging.');
}

async function fresh(as: As): Promise<void> {
  const key = await open(as('erin'), {
    summary: 'Checkout answers 500 for customers who pay by card',
    description: 'The certificate of the payment gateway was changed. The fix trusts the new one.',
    kind: 'Service outage',
  });
  await as('erin').rest('POST', `/issue/${key}/comment`, { body: adf('The payment provider confirms the change.') });
}

const CreatedSchema = v.object({ key: v.string() });

async function open(who: Person, { summary, description, kind }: Opening): Promise<string> {
  const created = await who.rest('POST', '/issue', {
    fields: {
      project: { key: 'OPS' },
      issuetype: { name: 'Emergency Change' },
      summary,
      description: adf(description),
      [KIND_FIELD]: { value: kind },
    },
  });
  return v.parse(CreatedSchema, created).key;
}

const propose = (who: Person, key: string, link: string, revision: string) =>
  who.act(PANEL, key, { kind: 'propose-change', link, revision });

const ViewSchema = v.object({
  change: v.object({ digest: v.string(), proposedChange: v.nullable(v.object({ link: v.string() })) }),
});

/** As in the browser: the approver reads the panel, and approves what it shows. */
async function approve(who: Person, key: string, slot: string, comment: string): Promise<void> {
  const { change } = v.parse(ViewSchema, await who.invoke(PANEL, key, 'view', {}));
  await who.act(PANEL, key, { kind: 'approve', slot, comment, expectedDigest: change.digest });
}

interface Risk {
  readonly level: 'low' | 'medium' | 'high';
  readonly why: string;
}

/** Likewise the reviewer: the answers of the checklist, all of them yes. */
async function review(who: Person, key: string, kind: 'peer' | 'security', risk: Risk | null): Promise<void> {
  const { change } = v.parse(ViewSchema, await who.invoke(PANEL, key, 'view', {}));
  const answers = { targeted: true, necessary: true, rollbackKnown: true, riskAssessed: true };
  const link = change.proposedChange?.link ?? '';
  const attestation = { outcome: 'passed', ...answers, risk, findings: '', link };
  await who.act(PANEL, key, { kind: 'review', review: kind, attestation, expectedDigest: change.digest });
}

const move = (who: Person, key: string, transition: string) =>
  who.rest('POST', `/issue/${key}/transitions`, { transition: { id: transition } });

const adf = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
