import { Heading, Inline, Spinner, Stack, Text } from '@forge/react';
import { useState } from 'react';
import type { ProjectView, SettingsChoices, SettingsDraft } from '../../../api-settings';
import { QuietButton } from '../../shared/quiet-button';
import { ProblemNotice } from '../problem-notice';
import { DoneStage } from './done-stage';
import { PlanStage } from './plan-stage';
import { useFirstGroups } from './use-first-groups';
import { useSetUp } from './use-set-up';
import { WhoStage } from './who-stage';

interface SetUpGuideProps {
  readonly project: ProjectView;
  /** What the project's first settings start from. */
  readonly defaults: SettingsDraft;
  readonly choices: SettingsChoices;
  readonly onClose: () => void;
}

/** Leads through the set-up of a project: who, what, doing it, and what it came to. */
export function SetUpGuide({ project, defaults, choices, onClose }: SetUpGuideProps) {
  const setUp = useSetUp(project.projectId);
  const { form, groups } = useFirstGroups(defaults, choices);
  const [stage, setStage] = useState<'who' | 'what' | 'doing'>('who');
  const { plan, unread } = setUp;
  const isDone = plan?.complete === true && !setUp.isRunning && stage !== 'who';
  const run = () => {
    setStage('doing');
    void setUp.run(groups);
  };
  return (
    <Stack space="space.200">
      {!isDone && (
        <Inline>
          <QuietButton onClick={onClose}>Back to the projects</QuietButton>
        </Inline>
      )}
      <Stack space="space.050">
        <Heading as="h2" size="medium">
          {`Set up ${project.name}`}
        </Heading>
        <Text color="color.text.subtle">{isDone ? STEPS.done : STEPS[stage]}</Text>
      </Stack>
      {plan === undefined && unread === undefined && <Spinner label="Looking at the project" />}
      {plan === undefined && unread !== undefined && (
        <ProblemNotice title="The set-up cannot be shown" message={unread} onRetry={() => void setUp.read()} />
      )}
      {plan !== undefined && stage === 'who' && <WhoStage form={form} plan={plan} onNext={() => setStage('what')} />}
      {plan !== undefined && stage !== 'who' && !isDone && (
        <PlanStage plan={plan} setUp={setUp} hasBegun={stage === 'doing'} onRun={run} onBack={() => setStage('who')} />
      )}
      {isDone && <DoneStage project={project} workType={defaults.workType} onClose={onClose} />}
    </Stack>
  );
}

const STEPS = {
  who: 'Step 1 of 4: who approves',
  what: 'Step 2 of 4: what will be done',
  doing: 'Step 3 of 4: doing it',
  done: 'Step 4 of 4: done',
} as const;
