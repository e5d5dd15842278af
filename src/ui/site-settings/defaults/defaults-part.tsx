import { Button, ButtonGroup, ErrorMessage, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { Fragment } from 'react';
import { CalendarPart } from '../../project-settings/calendar/calendar-part';
import { PeoplePart } from '../../project-settings/parts/people-part';
import { PostMortemPart } from '../../project-settings/parts/post-mortem-part';
import { RulesPart } from '../../project-settings/parts/rules-part';
import { StatusesPart } from '../../project-settings/parts/statuses-part';
import type { DefaultsOnScreen } from './use-defaults';

/** What the set-up of a new project starts from. */
export function DefaultsPart({ defaults }: { readonly defaults: DefaultsOnScreen }) {
  const { form, generation, problems, isSaving, isChanged } = defaults;
  const atLarge = problems.filter(({ field }) => field === '');
  return (
    <Stack space="space.200">
      <Text>
        The set-up of a project starts from these. Projects that have settings of their own are not touched by what you
        save here.
      </Text>
      <Fragment key={generation}>
        <PeoplePart form={form} />
        <StatusesPart form={form} />
        <RulesPart form={form} />
        <PostMortemPart form={form} />
        <CalendarPart form={form} />
      </Fragment>
      <Notice defaults={defaults} />
      {atLarge.map(({ message }) => (
        <ErrorMessage key={message}>{message}</ErrorMessage>
      ))}
      {problems.length > atLarge.length && <ErrorMessage>Some of the fields above need another look.</ErrorMessage>}
      <ButtonGroup>
        <LoadingButton
          appearance="primary"
          isDisabled={!isChanged}
          isLoading={isSaving}
          onClick={() => void defaults.save()}
        >
          Save defaults
        </LoadingButton>
        {isChanged && (
          <Button appearance="subtle" onClick={defaults.undo}>
            Undo changes
          </Button>
        )}
      </ButtonGroup>
    </Stack>
  );
}

function Notice({ defaults }: { readonly defaults: DefaultsOnScreen }) {
  const { notice, saveOver, takeTheirs } = defaults;
  switch (notice?.kind) {
    case undefined:
      return null;
    case 'saved':
      return (
        <SectionMessage appearance="success" title="Saved">
          <Text>The next project that is set up starts from these.</Text>
        </SectionMessage>
      );
    case 'failed':
      return (
        <SectionMessage appearance="error" title="Not saved">
          <Text>{notice.message}</Text>
        </SectionMessage>
      );
    case 'changed-meanwhile':
      return (
        <SectionMessage appearance="warning" title="Somebody else was quicker">
          <Stack space="space.100">
            <Text>{notice.message}</Text>
            <ButtonGroup>
              <Button onClick={() => void saveOver(notice.theirs)}>Save mine over theirs</Button>
              <Button onClick={() => takeTheirs(notice.theirs)}>Take theirs</Button>
            </ButtonGroup>
          </Stack>
        </SectionMessage>
      );
  }
}
