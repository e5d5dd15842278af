import { SectionMessage, Stack, Text } from '@forge/react';
import type { FieldMessage } from '../../../api-settings';
import { isWithin } from '../settings-form';

/** In which section a field is; the first that fits. */
const PLACES: readonly (readonly [field: string, section: string])[] = [
  ['enabled', 'Status'],
  ['groups', 'People'],
  ['workType', 'Work type and statuses'],
  ['kindField', 'Work type and statuses'],
  ['statuses', 'Work type and statuses'],
  ['rules.followUpWithinBusinessDays', 'Post-mortem'],
  ['rules', 'Rules'],
  ['attendees', 'Post-mortem'],
  ['assignees', 'Post-mortem'],
  ['calendar', 'Calendar'],
];

/** Why nothing was saved, and in which sections to mend it; each message stands beside its field as well. */
export const ProblemMessage = ({ problems }: { readonly problems: readonly FieldMessage[] }) => (
  <SectionMessage appearance="error" title="Not saved: something has to be mended first">
    <Stack space="space.050">
      {[...new Set(problems.map(inWords))].map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </Stack>
  </SectionMessage>
);

function inWords({ field, message }: FieldMessage): string {
  const [, section] = PLACES.find(([place]) => isWithin(field, place)) ?? [];
  return section === undefined ? message : `${section}: ${message}`;
}
