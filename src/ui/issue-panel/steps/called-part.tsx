import { Text } from '@forge/react';
import type { CalledGroupView } from '../../../api';
import { Card, type Standing } from '../../shared/card';
import { useMoments } from '../moments';
import { PersonLine } from '../../shared/person-line';

const STATE: Readonly<Record<CalledGroupView['state'], Standing>> = {
  sent: { text: 'Told', appearance: 'success' },
  sending: { text: 'Being told', appearance: 'inprogress' },
  failed: { text: 'Not told yet', appearance: 'removed' },
};

/** One group that is told of the change: whether it was, and who has answered. */
export function CalledPart({ called }: { readonly called: CalledGroupView }) {
  const { momentText } = useMoments();
  const { acknowledged, failure, groupName, sentAt } = called;
  return (
    <Card title={called.title} standing={STATE[called.state]}>
      <Text color="color.text.subtle">
        {sentAt === null ? `To be told: ${groupName}.` : `Told on ${momentText(sentAt)}: ${groupName}.`}
      </Text>
      {failure !== null && <Text>{`The last try failed: ${failure} It is tried again by itself.`}</Text>}
      {acknowledged.map(({ by, at }) => (
        <PersonLine key={by} accountId={by} words={`is on it since ${momentText(at)}`} />
      ))}
      {acknowledged.length === 0 && <Text color="color.text.subtle">Nobody has said yet that they are on it.</Text>}
    </Card>
  );
}
