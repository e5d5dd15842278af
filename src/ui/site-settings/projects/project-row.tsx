import { Box, Button, ButtonGroup, Heading, Inline, Lozenge, Stack, Text, xcss } from '@forge/react';
import type { SiteProjectView } from '../../../api-settings';
import { useMomentWords } from '../../project-settings/moment-words';
import { factsOf, standingOf } from './standing-of';

const row = xcss({
  borderTopColor: 'color.border',
  borderTopStyle: 'solid',
  borderTopWidth: 'border.width',
  paddingBlock: 'space.150',
});

interface ProjectRowProps {
  readonly project: SiteProjectView;
  readonly onSetUp: () => void;
  readonly onCheck: () => void;
}

/** A project: how it stands, and what can be done for it. */
export function ProjectRow({ project, onSetUp, onCheck }: ProjectRowProps) {
  const { momentText } = useMomentWords();
  const standing = standingOf(project);
  const isNew = project.setUp === 'not-set-up';
  return (
    <Box xcss={row}>
      <Inline space="space.200" rowSpace="space.100" spread="space-between" alignBlock="center" shouldWrap>
        <Stack space="space.050">
          <Inline space="space.100" alignBlock="center" shouldWrap>
            <Heading as="h3" size="xsmall">
              {project.name}
            </Heading>
            <Text color="color.text.subtle">{`${project.key}, ${project.style}`}</Text>
            <Lozenge appearance={standing.appearance}>{standing.text}</Lozenge>
          </Inline>
          <Text color="color.text.subtle">{factsOf(project, momentText).join(' ')}</Text>
        </Stack>
        <ButtonGroup label={`For ${project.name}`}>
          {!isNew && <Button onClick={onCheck}>Check</Button>}
          <Button appearance={isNew ? 'primary' : 'default'} onClick={onSetUp}>
            Set up
          </Button>
        </ButtonGroup>
      </Inline>
    </Box>
  );
}
