import { Stack, Text } from '@forge/react';
import { PersonLine } from '../../shared/person-line';
import { YesField } from '../inputs/yes-field';
import { useMomentWords } from '../moment-words';
import { Section } from '../section';
import type { SettingsOnScreen } from '../use-settings';
import { SetUpCheck } from './set-up-check';
import { WaitingCard } from './waiting-card';

/** Whether it is on, what is in force, what waits, and whether the project is set up so that it works. */
export function StatusPart({ onScreen }: { readonly onScreen: SettingsOnScreen }) {
  const { form, view, base } = onScreen;
  const { enabled } = form.draft;
  return (
    <Section
      title="Status"
      summary={
        base.draft.enabled ? 'Emergency changes are on in this project.' : 'Emergency changes are off in this project.'
      }
      isChanged={enabled !== form.saved.enabled}
      hasProblem={form.problemOf('enabled') !== undefined}
      isOpenAtFirst
    >
      <Stack space="space.200">
        <YesField
          form={form}
          field="enabled"
          label="Emergency changes are on in this project"
          help="Off: what is declared from now on is no emergency change. What is registered stays one, and keeps its rules."
          value={enabled}
          onChange={(isOn) => form.change('enabled', (draft) => ({ ...draft, enabled: isOn }))}
        />
        <InForce onScreen={onScreen} />
        {[...view.waiting].reverse().map((waiting) => (
          <WaitingCard key={waiting.version} waiting={waiting} onSettings={onScreen.look} />
        ))}
        <SetUpCheck />
      </Stack>
    </Section>
  );
}

function InForce({ onScreen }: { readonly onScreen: SettingsOnScreen }) {
  const { momentText } = useMomentWords();
  const inForce = onScreen.view.versions.find(({ state }) => state === 'in-force');
  if (inForce === undefined)
    return <Text>The built-in rules are in force: nothing was saved for this project yet.</Text>;
  return (
    <Stack space="space.050">
      <Text>{`Version ${inForce.version} of the settings is in force.`}</Text>
      <PersonLine accountId={inForce.by} words={`saved it on ${momentText(inForce.at)}`} />
    </Stack>
  );
}
