import { Button, Inline, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import type { FindingView } from '../../api-settings';

interface FindingsListProps {
  readonly findings: readonly FindingView[];
  /** What could not be read, and who could. */
  readonly unread: readonly string[];
  /** Offers a button where a step of the set-up mends a finding. */
  readonly onMend?: (stepId: string) => void;
}

/** What a check of the set-up found: holes first, each with its risk and how to mend it. */
export const FindingsList = ({ findings, unread, onMend }: FindingsListProps) => (
  <Stack space="space.200">
    {unread.length > 0 && (
      <SectionMessage appearance="warning" title="This check is not complete">
        {unread.map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
      </SectionMessage>
    )}
    {findings.length === 0 && unread.length === 0 && (
      <SectionMessage appearance="success" title="Nothing found">
        <Text>No change can get past the rules by the way this project is set up.</Text>
      </SectionMessage>
    )}
    {[...findings.filter(isHole), ...findings.filter((finding) => !isHole(finding))].map((finding) => (
      <Finding key={finding.id} finding={finding} onMend={onMend} />
    ))}
  </Stack>
);

const isHole = ({ severity }: FindingView): boolean => severity === 'hole';

interface FindingProps {
  readonly finding: FindingView;
  readonly onMend: FindingsListProps['onMend'];
}

function Finding({ finding, onMend }: FindingProps) {
  const { title, risk, mend, stepId } = finding;
  return (
    <Stack space="space.050">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge appearance={isHole(finding) ? 'removed' : 'moved'}>{isHole(finding) ? 'Hole' : 'Warning'}</Lozenge>
        <Text weight="semibold">{title}</Text>
      </Inline>
      <Text>{risk}</Text>
      <Text>{mend}</Text>
      {onMend !== undefined && stepId !== null && (
        <Inline>
          <Button spacing="compact" onClick={() => onMend(stepId)}>
            Mend with the set-up
          </Button>
        </Inline>
      )}
    </Stack>
  );
}
