import { Stack } from '@forge/react';
import type { SettingsView, VersionView } from '../../../api-settings';
import { PersonLine } from '../../shared/person-line';
import { YesField } from '../inputs/yes-field';
import { useMomentWords } from '../moment-words';
import { Section } from '../section';
import type { SettingsOnScreen } from '../use-settings';
import { SetUpCheck } from './set-up-check';
import { WaitingCard } from './waiting-card';

/** Whether it is on, what is in force, what waits, and whether the project is set up so that it works. */
export function StatusPart({ onScreen }: { readonly onScreen: SettingsOnScreen }) {
  const { form, view } = onScreen;
  const { enabled } = form.draft;
  return (
    <Section
      title="Status"
      summary={summaryOf(view)}
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
        <InForce version={view.versions.find(isInForce)} />
        {[...view.waiting].reverse().map((waiting) => (
          <WaitingCard key={waiting.version} waiting={waiting} onSettings={onScreen.look} />
        ))}
        {/* By other settings it may find something else. */}
        <SetUpCheck key={view.versions.length} isDaily={view.versions.length > 0} />
      </Stack>
    </Section>
  );
}

const isInForce = ({ state }: VersionView): boolean => state === 'in-force';

function summaryOf({ versions, waiting }: SettingsView): string {
  const inForce = versions.find(isInForce);
  if (inForce === undefined) return 'The built-in rules are in force: nothing was saved for this project yet.';
  const newest = waiting.at(-1);
  return `Version ${inForce.version} of the settings is in force.${newest === undefined ? '' : ` Version ${newest.version} waits.`}`;
}

function InForce({ version }: { readonly version: VersionView | undefined }) {
  const { momentText } = useMomentWords();
  return version === undefined ? null : (
    <PersonLine accountId={version.by} words={`saved version ${version.version} on ${momentText(version.at)}`} />
  );
}
