import { Inline, Link, List, ListItem, Lozenge, Stack, Text } from '@forge/react';
import type { ChangeView, DeploymentView } from '../../../api';
import type { Standing } from '../../shared/card';
import type { DialogOffer, IntendedAct } from '../intended-act';
import { useMoments } from '../moments';
import { OfferButtons } from '../offer-buttons';
import { PersonLine } from '../../shared/person-line';

type Entry = NonNullable<DeploymentView['entry']>;

const VERDICT: Readonly<Record<Entry['verdict'], Standing & { readonly explain: string }>> = {
  clean: {
    text: 'Through the open gate',
    appearance: 'success',
    explain: 'Jira asked the gate when the deployment started, and everything was there.',
  },
  'satisfied-ungated': {
    text: 'Gate not asked',
    appearance: 'moved',
    explain: 'The gate was not asked when the deployment started. Everything was there: it would have opened.',
  },
  bypass: {
    text: 'Past the closed gate',
    appearance: 'removed',
    explain: 'The deployment started while the gate was closed. Nothing that is recorded later changes that.',
  },
  unproven: {
    text: 'Not proven',
    appearance: 'removed',
    explain: 'It cannot be proven that the gate was open when the deployment started.',
  },
};

interface DeploymentPartProps {
  readonly change: ChangeView;
  readonly offers: readonly DialogOffer[];
  readonly onIntend: (intended: IntendedAct) => void;
}

/** The deployment: when it started and what the gate was worth then, whether it is done, and its evidence. */
export function DeploymentPart({ change, offers, onIntend }: DeploymentPartProps) {
  const { dueText, momentText } = useMoments();
  const { deployedAt, entry, evidence, markBy } = change.deployment;
  return (
    <Stack space="space.100">
      {entry === null ? (
        <Text color="color.text.subtle">The deployment has not started.</Text>
      ) : (
        <EntryLines entry={entry} />
      )}
      {deployedAt !== null && <Text>{`Marked as deployed on ${momentText(deployedAt)}.`}</Text>}
      {markBy !== null && <Text>{`To be marked as deployed by ${dueText(markBy)}.`}</Text>}
      {evidence.map(({ by, at, label, link }) => (
        <Inline key={link} space="space.075" alignBlock="center" shouldWrap>
          <Link href={link} openNewTab>
            {label}
          </Link>
          <PersonLine accountId={by} words={`linked it on ${momentText(at)}`} />
        </Inline>
      ))}
      <OfferButtons
        label="Deployment"
        offers={offers.filter(({ kind }) => kind === 'link-evidence')}
        onIntend={onIntend}
      />
    </Stack>
  );
}

function EntryLines({ entry }: { readonly entry: Entry }) {
  const { momentText } = useMoments();
  const verdict = VERDICT[entry.verdict];
  const started = `started the deployment on ${momentText(entry.at)}`;
  return (
    <Stack space="space.100">
      {entry.by === null ? (
        <Text>{`The deployment started on ${momentText(entry.at)}.`}</Text>
      ) : (
        <PersonLine accountId={entry.by} words={started} />
      )}
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge appearance={verdict.appearance}>{verdict.text}</Lozenge>
      </Inline>
      <Text>{verdict.explain}</Text>
      {entry.missing.length > 0 && (
        <Stack space="space.050">
          <Text weight="medium">Missing then:</Text>
          <List type="unordered">
            {entry.missing.map((sentence) => (
              <ListItem key={sentence}>{sentence}</ListItem>
            ))}
          </List>
        </Stack>
      )}
    </Stack>
  );
}
