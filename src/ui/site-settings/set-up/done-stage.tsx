import { Button, ButtonGroup, Heading, List, ListItem, SectionMessage, Stack, Text } from '@forge/react';
import type { ProjectView } from '../../../api-settings';
import { CheckResult } from '../check-result';

interface DoneStageProps {
  readonly project: ProjectView;
  readonly workType: string;
  readonly onClose: () => void;
}

/** What the set-up came to, and what to do next. */
export const DoneStage = ({ project, workType, onClose }: DoneStageProps) => (
  <Stack space="space.300">
    <SectionMessage appearance="success" title={`${project.name} is set up`}>
      <Text>An emergency change cannot be deployed here any more without its approvals and reviews.</Text>
    </SectionMessage>
    <Stack space="space.100">
      <Heading as="h3" size="small">
        Next
      </Heading>
      <List type="ordered">
        <ListItem>
          {`Declare the first emergency change: press Create, choose ${project.name} and the work type ${workType}. Try to deploy it, and see that it is stopped.`}
        </ListItem>
        <ListItem>{`Tell the two groups: they approve on the page of the issue, in the part Emergency change.`}</ListItem>
        <ListItem>
          Look at the rules, the time zone and the holidays in the settings of the project, under Emergency change.
        </ListItem>
      </List>
    </Stack>
    <Stack space="space.100">
      <Heading as="h3" size="small">
        Check of the set-up
      </Heading>
      <CheckResult projectId={project.projectId} onMend={undefined} />
    </Stack>
    <ButtonGroup>
      <Button appearance="primary" onClick={onClose}>
        Back to the projects
      </Button>
    </ButtonGroup>
  </Stack>
);
