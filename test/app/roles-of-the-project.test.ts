import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { momentOf } from '../../src/domain/ids';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy';
import type { SettingsDraft } from '../../src/domain/settings/settings-draft';
import { sealSettingsRow } from '../../src/domain/settings/settings-row';
import { aSite, type Site } from '../support/a-site';
import { account, freshCommandId } from '../support/memory-ports';
import { onRecord } from '../support/on-record';

/** A role of every Jira. In the project of these tests it holds Pat, and the Security Team as a group. */
const ROLE = '10004';
const IN_THE_ROLE = { user: ['712020:pat'], groupId: ['group-security-team'] };
const OPS = '10000';

let site: Site;
let key: string;
beforeEach(async () => {
  site = await aSite();
  expect((await site.rest('jo', 'POST', `/project/OPS/role/${ROLE}`, IN_THE_ROLE)).status).toBe(200);
  saveLeads({ kind: 'role', id: ROLE, name: 'Member' });
  key = await site.open();
});

/** Engineering Leads are those of the group of that name, and these. */
function saveLeads(...others: Policy['groups']['engineering-lead']): void {
  const leads = [...DEFAULT_POLICY.groups['engineering-lead'], ...others];
  const policy: Policy = {
    ...DEFAULT_POLICY,
    version: 1,
    groups: { ...DEFAULT_POLICY.groups, 'engineering-lead': leads },
  };
  const { timeZone, workingDays } = policy.calendar;
  const calendar = { timeZone, workingDays, publicHolidays: null, added: [], removed: [] };
  const { version, ...rest } = policy;
  const draft: SettingsDraft = { ...rest, calendar };
  const row = sealSettingsRow(
    {
      projectId: OPS,
      now: momentOf(site.clock.now()),
      actor: account('712020:jo'),
      commandId: freshCommandId(),
      entry: { kind: 'saved', version, draft, policy, note: '' },
    },
    undefined,
  );
  site.forge.kvs.store.write('entity:policy', `${OPS}:1`, row, undefined);
}

const AuthorityShape = v.object({
  events: v.array(
    v.object({ type: v.string(), authority: v.optional(v.object({ kind: v.string(), groupId: v.string() })) }),
  ),
});

/** By which membership the decisions on record were made. */
const authorities = () =>
  site.forge.kvs.store
    .entries('entity:ledger', 0)
    .flatMap(({ value }) => v.parse(AuthorityShape, value).events)
    .flatMap(({ authority }) => authority ?? []);

const mayApprove = async (who: string) =>
  (await site.change(who, key)).offers.some((offer) => offer.kind === 'approve' && offer.slot === 'engineering-lead');

describe('a role of the project for a slot', () => {
  it.each([
    { who: 'pat', how: 'in the role', authority: { kind: 'role', groupId: ROLE } },
    { who: 'sky', how: 'in a group of the role', authority: { kind: 'role', groupId: ROLE } },
    { who: 'lee', how: 'in the group beside it', authority: { kind: 'group', groupId: 'group-engineering-leads' } },
  ])('lets somebody $how approve, and the ledger says by what', async ({ who, authority }) => {
    expect(await mayApprove(who)).toBe(true);
    expect(await site.approve(who, key, 'engineering-lead')).toMatchObject({ kind: 'recorded' });
    expect(authorities()).toEqual([authority]);
  });

  it('is named beside the group to whoever holds neither', async () => {
    await site.rest('jo', 'DELETE', `/project/OPS/role/${ROLE}?user=712020:pat`);
    expect(await site.approve('pat', key, 'engineering-lead')).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('Somebody of engineering-leads or the role Member can decide here.'),
    });
  });

  it('lets an approval by somebody in the role be reported', async () => {
    const { digest } = await site.change('erin', key);
    const report = {
      kind: 'report-approval',
      slot: 'engineering-lead',
      form: 'verbal',
      approver: account('712020:pat'),
      channel: 'phone',
      saidAt: momentOf(site.clock.now()),
      note: '',
      link: '',
      expectedDigest: digest,
    } as const;
    expect(await site.act('erin', key, report)).toMatchObject({ kind: 'recorded' });
    expect(authorities()).toEqual([{ kind: 'role', groupId: ROLE }]);
  });

  it('is found by its name where the settings have no id of it', async () => {
    saveLeads({ kind: 'role', id: null, name: 'Member' });
    expect(await site.approve('pat', key, 'engineering-lead')).toMatchObject({ kind: 'recorded' });
    expect(authorities()).toEqual([{ kind: 'role', groupId: ROLE }]);
  });

  it('is told by one e-mail to the group, the people and the groups of the role', async () => {
    await site.settle();
    const [first, second, ...others] = onRecord(site).emails('Emergency change 1:');
    expect(others).toEqual([]);
    expect([...(first?.to ?? [])].sort()).toEqual(['lee', 'lou', 'pat', 'sam', 'sky']);
    expect([...(second?.to ?? [])].sort()).toEqual(['sam', 'sky']);
  });

  it('is held by nobody while it cannot be read, and the groups count all the same', async () => {
    await site.change('erin', key);
    site.forge.faults.add({
      service: 'jira',
      operation: '/role/',
      failure: { kind: 'fail', when: 'before', status: 503 },
    });
    expect(await mayApprove('pat')).toBe(false);
    expect(await mayApprove('lee')).toBe(true);
    site.forge.faults.clear();
    expect(await mayApprove('pat')).toBe(true);
  });

  // Jira shows the people of a role only to who administers the project or Jira.
  it('is held by nobody where the app may not read it', async () => {
    site.jira.store.globalPermissions.set('ADMINISTER', [{ groupId: 'group-jira-admins' }]);
    expect(await mayApprove('pat')).toBe(false);
    expect(await mayApprove('lee')).toBe(true);
  });

  it('costs the panel one remote call more', async () => {
    await site.change('erin', key);
    const before = site.forge.calls.length;
    await site.change('erin', key);
    expect(site.forge.calls.length - before).toBe(5);
  });
});
