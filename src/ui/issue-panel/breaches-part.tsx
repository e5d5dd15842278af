import { SectionMessage, Stack, Text } from '@forge/react';
import type { BreachView } from '../../api';
import { useMoments } from './moments';

/** What went against the rules, the gravest first, and what can be done now. Nothing where there is no breach. */
export function BreachesPart({ breaches }: { readonly breaches: readonly BreachView[] }) {
  const [first, ...others] = breaches;
  if (first === undefined) return null;
  const title = others.length === 0 ? `Breach: ${first.title}` : `${breaches.length} breaches`;
  return (
    <SectionMessage appearance={breaches.every(isLateness) ? 'warning' : 'error'} title={title}>
      <Stack space="space.150">
        {breaches.map((breach) => (
          <Breach key={breach.id} breach={breach} isNamed={others.length > 0} />
        ))}
      </Stack>
    </SectionMessage>
  );
}

const isLateness = ({ rule }: BreachView): boolean => rule.endsWith('-late');

function Breach({ breach, isNamed }: { readonly breach: BreachView; readonly isNamed: boolean }) {
  const { momentText } = useMoments();
  return (
    <Stack space="space.025">
      {isNamed && <Text weight="bold">{breach.title}</Text>}
      <Text>
        {isLateness(breach) ? breach.detail : `${breach.detail} It happened on ${momentText(breach.happenedAt)}.`}
      </Text>
      <Text>{breach.whatNow}</Text>
    </Stack>
  );
}
