import { Button, ButtonGroup, SectionMessage, Stack, Text } from '@forge/react';
import type { SetUpView } from '../../../api-settings';
import { GroupField } from '../../project-settings/inputs/group-field';
import type { SettingsForm } from '../../project-settings/settings-form';

interface WhoStageProps {
  readonly form: SettingsForm;
  readonly plan: SetUpView;
  readonly onNext: () => void;
}

/** Who gives the two approvals. */
export function WhoStage({ form, plan, onNext }: WhoStageProps) {
  const isSaved = plan.steps.some(({ stepId, state }) => stepId === 'settings' && state === 'there');
  if (isSaved) {
    return (
      <Stack space="space.200">
        <SectionMessage appearance="information" title="This project has settings already">
          <Text>{`Engineering Lead: ${named(plan, 'engineering-lead')}. Security Team: ${named(plan, 'security')}.`}</Text>
          <Text>The set-up leaves them as they are. Change them in the settings of the project.</Text>
        </SectionMessage>
        <ButtonGroup>
          <Button appearance="primary" onClick={onNext}>
            Show what will be done
          </Button>
        </ButtonGroup>
      </Stack>
    );
  }
  const isReady = (['engineering-lead', 'security'] as const).every((slot) => form.draft.groups[slot].length > 0);
  return (
    <Stack space="space.200">
      <Text>
        Every emergency change needs an approval of each of the two, by two different people. Nobody approves what he
        asked for himself, so each should have two people or more.
      </Text>
      <GroupField
        form={form}
        role="engineering-lead"
        label="Engineering Lead"
        help="Anybody of these groups can give this approval."
        none="Choose one group or more"
      />
      <GroupField
        form={form}
        role="security"
        label="Security Team"
        help="Anybody of these groups can give this approval, and do the security review."
        none="Choose one group or more"
      />
      <ButtonGroup>
        <Button appearance="primary" isDisabled={!isReady} onClick={onNext}>
          Show what will be done
        </Button>
      </ButtonGroup>
    </Stack>
  );
}

const named = ({ groups }: SetUpView, slot: 'engineering-lead' | 'security'): string =>
  groups[slot].map(({ name }) => name).join(', ') || 'nobody';
