import { Stack, Text } from '@forge/react';
import type { Difference } from '../../api';

const FIELD: Readonly<Record<Difference['field'], string>> = {
  summary: 'Summary',
  description: 'Description',
  kind: 'Kind of critical issue',
  'proposed change': 'Proposed change',
};

/** What changed of the content since somebody decided on it. */
export const DifferenceLines = ({ changed }: { readonly changed: readonly Difference[] }) =>
  changed.length === 0 ? null : (
    <Stack space="space.050">
      {changed.map((difference) => (
        <Text key={difference.field}>{differenceText(difference)}</Text>
      ))}
    </Stack>
  );

const differenceText = ({ field, before, after }: Difference): string =>
  before === undefined || after === undefined
    ? `${FIELD[field]}: changed. The issue's history shows how.`
    : `${FIELD[field]}: was “${before}”, is now “${after}”.`;
