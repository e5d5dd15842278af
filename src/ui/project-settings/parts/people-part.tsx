import { Stack } from '@forge/react';
import type { PolicyGroup } from '../../../api-settings';
import { GroupField } from '../inputs/group-field';
import { Section } from '../section';
import { isSame, type SettingsForm } from '../settings-form';

/** Who decides, who reviews, and whom to call. */
export function PeoplePart({ form }: { readonly form: SettingsForm }) {
  const { groups } = form.draft;
  return (
    <Section
      title="People"
      summary={`Engineering Lead: ${named(groups['engineering-lead'])}. Security Team: ${named(groups.security)}.`}
      isChanged={!isSame(groups, form.saved.groups)}
      hasProblem={form.problemOf('groups') !== undefined}
      hasWarning={form.warningOf('groups') !== undefined}
    >
      <Stack space="space.200">
        <GroupField
          form={form}
          role="engineering-lead"
          label="Engineering Lead"
          help="Anybody of these can give the approval of an Engineering Lead. The procedure asks for one."
          none="Nobody"
        />
        <GroupField
          form={form}
          role="security"
          label="Security Team"
          help="Anybody of these can give the approval of the Security Team, and do the security review."
          none="Nobody"
        />
        <GroupField
          form={form}
          role="escalation"
          label="Escalation"
          help="Who is called when nobody of the two groups answers in time."
          none="Nobody is called"
        />
        <GroupField
          form={form}
          role="peerReview"
          label="Peer reviewers"
          help="Who may do the peer review. None chosen: anybody who may edit the issue and did not ask for the change."
          none="Anybody who may edit the issue"
        />
      </Stack>
    </Section>
  );
}

const named = (groups: readonly PolicyGroup[]): string => groups.map(({ name }) => name).join(', ') || 'nobody';
