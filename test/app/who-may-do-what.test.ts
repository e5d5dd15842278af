import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Act, Slot } from '../../src/api';
import { DEMO_PEOPLE } from '../../emulator/jira/site/demo-people';
import { PASSED, procedure } from '../support/a-procedure';
import { aSite, type Site } from '../support/a-site';

/**
 * Every command of the panel from each of the nine demo accounts, at the times of a change at which it matters. Erin
 * declared the change; Lee and Lou lead, Sam and Sky are of the Security Team, Pat is an engineer, Jo administers Jira,
 * Ada reads only, and Mal has no access. The tables are written by hand from the procedure.
 */
const PEOPLE = DEMO_PEOPLE.map(({ name }) => name);
const KEY = 'OPS-1';
const LINK = 'https://example.com/42';
const REASON = 'Because.';

interface Seen {
  readonly digest: never;
  readonly now: never;
}

type Commands = Readonly<Record<string, (seen: Seen) => Act>>;

const eachSlot = (name: string, act: (slot: Slot, seen: Seen) => Act): Commands => ({
  [`${name} lead`]: (seen) => act('engineering-lead', seen),
  [`${name} security`]: (seen) => act('security', seen),
});

const RISK = { level: 'low', why: 'One line.' } as const;

const COMMANDS: Commands = {
  acknowledge: () => ({ kind: 'acknowledge' }),
  ...eachSlot('approve', (slot, { digest }) => ({ kind: 'approve', slot, comment: '', expectedDigest: digest })),
  'report lou': ({ digest, now }) => ({
    kind: 'report-approval',
    slot: 'engineering-lead',
    form: 'verbal',
    approver: '712020:lou' as never,
    channel: 'by phone',
    saidAt: now,
    note: '',
    link: '',
    expectedDigest: digest,
  }),
  ...eachSlot('ratify', (slot, { digest }) => ({ kind: 'ratify', slot, expectedDigest: digest })),
  ...eachSlot('repudiate', (slot) => ({ kind: 'repudiate', slot, reason: REASON })),
  ...eachSlot('reject', (slot) => ({ kind: 'reject', slot, reason: REASON })),
  ...eachSlot('lift', (slot) => ({ kind: 'lift-rejection', slot, reason: REASON })),
  ...eachSlot('override', (slot, { digest }) => ({
    kind: 'override-rejection',
    slot,
    reason: REASON,
    expectedDigest: digest,
  })),
  ...eachSlot('withdraw', (slot) => ({ kind: 'withdraw', slot, reason: REASON })),
  propose: () => ({ kind: 'propose-change', link: LINK, revision: 'c0ffee' }),
  'review peer': ({ digest }) => ({ kind: 'review', review: 'peer', attestation: PASSED, expectedDigest: digest }),
  'review security': ({ digest }) => ({
    kind: 'review',
    review: 'security',
    attestation: { ...PASSED, risk: RISK },
    expectedDigest: digest,
  }),
  evidence: () => ({ kind: 'link-evidence', link: LINK, label: 'Pipeline' }),
  'post-mortem': ({ now }) => ({ kind: 'record-post-mortem', heldAt: now, link: LINK }),
  ...eachSlot('attended', (slot) => ({ kind: 'confirm-attendance', slot })),
  document: () => ({ kind: 'link-document', document: 'change-documentation', link: LINK }),
  'pull request': () => ({ kind: 'link-document', document: 'pull-request', link: LINK }),
};

/** Short words of the tables: `yes` is recorded, `-` is "not here"; the others are codes of refusals. */
const SHORT: Readonly<Record<string, string>> = {
  'not-independent': 'own',
  'not-eligible': 'group',
  'may-not-edit': 'edit',
  'nothing-to-ratify': 'none',
  'no-rejection': 'none',
  'no-approval': 'none',
  'not-yours': 'other',
  'too-early': 'early',
  'too-late': 'late',
  'already-decided': 'again',
  'slot-filled': 'filled',
  'same-person': 'same',
  'same-witness': 'same',
  'report-own': 'self',
  'own-rejection': 'mine',
  'ratify-instead': 'ratify',
  rejected: 'rejected',
};

async function answerTo(site: Site, who: string, act: (seen: Seen) => Act): Promise<string> {
  const seen = await site.view(who, KEY).catch(() => undefined);
  const digest = (seen?.kind === 'change' ? seen.change.digest : 'a'.repeat(64)) as never;
  const now = site.clock.now().toISOString() as never;
  const reply = await site.act(who, KEY, act({ digest, now })).catch(() => ({ kind: 'no panel' as const }));
  switch (reply.kind) {
    case 'recorded':
      return 'yes';
    case 'refused':
      return SHORT[reply.code] ?? reply.code;
    case 'not-here':
    case 'no panel':
      return '-';
    case 'failed':
      return `FAILED ${reply.message}`;
  }
}

/** Each command from each account, every time on the site as it was. */
async function tableOf(site: Site): Promise<string> {
  const start = site.whole.snapshot();
  const lines = [row('', PEOPLE)];
  for (const [name, act] of Object.entries(COMMANDS)) {
    const answers: string[] = [];
    for (const who of PEOPLE) {
      site.whole.restore(start);
      answers.push(await answerTo(site, who, act));
    }
    lines.push(row(name, answers));
  }
  return lines.join('\n');
}

const row = (name: string, cells: readonly string[]) =>
  [name.padEnd(18), ...cells.map((cell) => cell.padEnd(9))].join('').trimEnd();

const tidy = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s{2,}/))
    .map(([name = '', ...cells], index) => (index === 0 ? row('', [name, ...cells]) : row(name, cells)))
    .join('\n');

let site: Site;
let people: ReturnType<typeof procedure>;
const setUp = (prepare: () => Promise<unknown>) => async () => {
  site = await aSite();
  people = procedure(site);
  await site.open();
  await site.settle();
  await prepare();
};

describe('who may do what, when the change has just been declared', () => {
  beforeAll(setUp(() => Promise.resolve()));

  it('is as the table says', async () => {
    expect(await tableOf(site)).toBe(
      tidy(`
                    erin     pat      lee      lou      sam      sky      jo       ada      mal
        acknowledge        group    group    yes      yes      yes      yes      group    group    -
        approve lead       own      group    yes      yes      group    group    group    group    -
        approve security   own      group    group    group    yes      yes      group    group    -
        report lou         yes      yes      yes      self     yes      yes      yes      edit     -
        ratify lead        none     none     none     none     none     none     none     none     -
        ratify security    none     none     none     none     none     none     none     none     -
        repudiate lead     none     none     none     none     none     none     none     none     -
        repudiate security  none     none     none     none     none     none     none     none     -
        reject lead        own      group    yes      yes      group    group    group    group    -
        reject security    own      group    group    group    yes      yes      group    group    -
        lift lead          none     none     none     none     none     none     none     none     -
        lift security      none     none     none     none     none     none     none     none     -
        override lead      own      group    none     none     group    group    group    group    -
        override security  own      group    group    group    none     none     group    group    -
        withdraw lead      none     none     none     none     none     none     none     none     -
        withdraw security  none     none     none     none     none     none     none     none     -
        propose            yes      yes      yes      yes      yes      yes      yes      edit     -
        review peer        own      yes      yes      yes      yes      yes      yes      edit     -
        review security    own      group    group    group    yes      yes      group    group    -
        evidence           yes      yes      yes      yes      yes      yes      yes      edit     -
        post-mortem        early    early    early    early    early    early    early    edit     -
        attended lead      group    group    early    early    group    group    group    group    -
        attended security  group    group    group    group    early    early    group    group    -
        document           early    early    early    early    early    early    early    edit     -
        pull request       early    early    early    early    early    early    early    edit     -
      `),
    );
  });
});

describe('who may do what, when Pat has reported an approval by Lee, and Sam has rejected', () => {
  beforeAll(
    setUp(async () => {
      await people.report('pat', KEY, 'engineering-lead', 'lee');
      await people.act('sam', KEY, { kind: 'reject', slot: 'security', reason: 'It opens a hole.' });
    }),
  );

  it('is as the table says', async () => {
    expect(await tableOf(site)).toBe(
      tidy(`
                    erin     pat      lee      lou      sam      sky      jo       ada      mal
        acknowledge        group    group    yes      yes      yes      yes      group    group    -
        approve lead       own      group    ratify   yes      group    group    group    group    -
        approve security   own      group    group    group    mine     rejected  group    group    -
        report lou         filled   filled   filled   self     filled   filled   filled   edit     -
        ratify lead        other    other    yes      other    other    other    other    other    -
        ratify security    none     none     none     none     none     none     none     none     -
        repudiate lead     other    other    yes      other    other    other    other    other    -
        repudiate security  none     none     none     none     none     none     none     none     -
        reject lead        own      group    yes      yes      group    group    group    group    -
        reject security    own      group    group    group    again    yes      group    group    -
        lift lead          none     none     none     none     none     none     none     none     -
        lift security      other    other    other    other    yes      other    other    other    -
        override lead      own      group    none     none     group    group    group    group    -
        override security  own      group    group    group    mine     yes      group    group    -
        withdraw lead      other    other    yes      other    other    other    other    other    -
        withdraw security  none     none     none     none     none     none     none     none     -
        propose            yes      yes      yes      yes      yes      yes      yes      edit     -
        review peer        own      yes      yes      yes      yes      yes      yes      edit     -
        review security    own      group    group    group    yes      yes      group    group    -
        evidence           yes      yes      yes      yes      yes      yes      yes      edit     -
        post-mortem        early    early    early    early    early    early    early    edit     -
        attended lead      group    group    early    early    group    group    group    group    -
        attended security  group    group    group    group    early    early    group    group    -
        document           early    early    early    early    early    early    early    edit     -
        pull request       early    early    early    early    early    early    early    edit     -
      `),
    );
  });
});

describe('who may do what, after the deployment, when the post-mortem was held', () => {
  beforeAll(
    setUp(async () => {
      await people.deploy(KEY);
      await site.clock.advance(3_600_000);
      await people.act('lee', KEY, { kind: 'record-post-mortem', heldAt: people.now(), link: LINK });
      await people.act('lee', KEY, { kind: 'confirm-attendance', slot: 'engineering-lead' });
    }),
  );

  it('is as the table says', async () => {
    expect(await tableOf(site)).toBe(
      tidy(`
                    erin     pat      lee      lou      sam      sky      jo       ada      mal
        acknowledge        group    group    yes      yes      yes      yes      group    group    -
        approve lead       own      group    again    filled   group    group    group    group    -
        approve security   own      group    group    group    again    filled   group    group    -
        report lou         filled   filled   filled   self     filled   filled   filled   edit     -
        ratify lead        none     none     none     none     none     none     none     none     -
        ratify security    none     none     none     none     none     none     none     none     -
        repudiate lead     none     none     none     none     none     none     none     none     -
        repudiate security  none     none     none     none     none     none     none     none     -
        reject lead        own      group    late     late     group    group    group    group    -
        reject security    own      group    group    group    late     late     group    group    -
        lift lead          none     none     none     none     none     none     none     none     -
        lift security      none     none     none     none     none     none     none     none     -
        override lead      own      group    none     none     group    group    group    group    -
        override security  own      group    group    group    none     none     group    group    -
        withdraw lead      other    other    late     other    other    other    other    other    -
        withdraw security  other    other    other    other    late     other    other    other    -
        propose            yes      yes      yes      yes      yes      yes      yes      edit     -
        review peer        own      yes      yes      yes      yes      same     yes      edit     -
        review security    own      group    group    group    yes      yes      group    group    -
        evidence           yes      yes      yes      yes      yes      yes      yes      edit     -
        post-mortem        yes      yes      yes      yes      yes      yes      yes      edit     -
        attended lead      group    group    again    yes      group    group    group    group    -
        attended security  group    group    group    group    yes      yes      group    group    -
        document           yes      yes      yes      yes      yes      yes      yes      edit     -
        pull request       yes      yes      yes      yes      yes      yes      yes      edit     -
      `),
    );
  });
});
