import { GROUP_ROLES, type GroupRole, type PolicyGroup, SLOTS } from '../policy';
import { complain, type Given, inOrder, itemsOf, membersOf, quoted, readChoice, readText } from './read-value';
import { sameGroup } from './setting';

const MAX_GROUPS = 10;
const MAX_NAME = 255;

/** The groups and roles of each part in the procedure. The slots need at least one each. */
export function readGroups(groups: Given, known: readonly PolicyGroup[] | undefined): Record<GroupRole, PolicyGroup[]> {
  const roles = membersOf(groups, GROUP_ROLES);
  const of = (role: GroupRole) => readRole(roles(role), known);
  for (const slot of SLOTS) {
    const role = roles(slot);
    if (Array.isArray(role.value) && role.value.length === 0) {
      complain(role, 'Choose at least one group or role: without one nobody can approve.');
    }
  }
  return {
    'engineering-lead': of('engineering-lead'),
    security: of('security'),
    escalation: of('escalation'),
    peerReview: of('peerReview'),
  };
}

function readRole(role: Given, known: readonly PolicyGroup[] | undefined): PolicyGroup[] {
  const found: PolicyGroup[] = [];
  for (const item of itemsOf(role, { most: MAX_GROUPS, what: 'groups and roles' })) {
    const group = readGroup(item);
    if (found.some((one) => sameGroup(one, group))) complain(item, `${quoted(group.name)} is listed twice.`);
    else if (group.name !== '' && known?.some((one) => isMeant(group, one)) === false) {
      complain(item, `There is no ${group.kind} ${quoted(group.name)}${group.id === null ? '' : ' with this id'}.`);
    }
    found.push(group);
  }
  return found.sort((a, b) => inOrder(a.kind, b.kind) || inOrder(a.name, b.name) || inOrder(a.id ?? '', b.id ?? ''));
}

const isMeant = ({ kind, id, name }: PolicyGroup, one: PolicyGroup): boolean =>
  one.kind === kind && one.name === name && (id === null || one.id === id);

function readGroup(group: Given): PolicyGroup {
  const member = membersOf(group, ['kind', 'id', 'name']);
  const id = member('id');
  return {
    kind: readChoice(member('kind'), ['group', 'role']),
    id: id.value === null ? null : readText(id, { most: MAX_NAME, missing: 'Choose the group from the list.' }),
    name: readText(member('name'), { most: MAX_NAME, missing: 'Give the name of the group.' }),
  };
}
