import { Heading, Inline, Stack, Text } from '@forge/react';
import type { ProjectView } from '../../api-settings';
import { QuietButton } from '../shared/quiet-button';
import { CheckResult } from './check-result';

interface CheckPartProps {
  readonly project: ProjectView;
  readonly onSetUp: () => void;
  readonly onClose: () => void;
}

/** What could let an emergency change of a project escape. */
export const CheckPart = ({ project, onSetUp, onClose }: CheckPartProps) => (
  <Stack space="space.200">
    <Inline>
      <QuietButton onClick={onClose}>Back to the projects</QuietButton>
    </Inline>
    <Stack space="space.050">
      <Heading as="h2" size="medium">
        {`Check of ${project.name}`}
      </Heading>
      <Text>What could let an emergency change get past the rules, as the project is set up now.</Text>
    </Stack>
    <CheckResult projectId={project.projectId} onMend={onSetUp} />
  </Stack>
);
