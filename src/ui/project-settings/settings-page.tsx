import { showFlag } from '@forge/bridge';
import { SectionMessage, Stack, Text } from '@forge/react';
import { Fragment, useState } from 'react';
import type { SettingsView } from '../../api-settings';
import { CalendarPart } from './calendar/calendar-part';
import { draftProblems } from './draft-problems';
import { HistoryPart } from './history/history-part';
import { MomentWordsProvider } from './moment-words';
import { PeoplePart } from './parts/people-part';
import { PostMortemPart } from './parts/post-mortem-part';
import { RulesPart } from './parts/rules-part';
import { StatusesPart } from './parts/statuses-part';
import { MeanwhileMessage } from './saving/meanwhile-message';
import { ProblemMessage } from './saving/problem-message';
import { SaveBar } from './saving/save-bar';
import { SaveDialog } from './saving/save-dialog';
import { StatusPart } from './status/status-part';
import { useSettings } from './use-settings';

/** The settings from top to bottom: how it stands, the parts that can be edited, and what was saved before. */
export function SettingsPage({ settings }: { readonly settings: SettingsView }) {
  const onScreen = useSettings(settings);
  const { view, form, problems, meanwhile, isChanged, generation } = onScreen;
  const [isSaving, setSaving] = useState(false);
  const review = () => {
    const found = draftProblems(form.draft);
    onScreen.complain(found);
    setSaving(found.length === 0);
  };
  const bar = <SaveBar isChanged={isChanged} onReview={review} onUndo={() => onScreen.take(view)} />;
  return (
    <MomentWordsProvider>
      <Stack space="space.200">
        {view.versions.length === 0 && <FirstVisit />}
        {meanwhile !== undefined && (
          <MeanwhileMessage meanwhile={meanwhile} onScreen={onScreen} onKept={() => setSaving(true)} />
        )}
        {problems.length > 0 && <ProblemMessage problems={problems} />}
        {bar}
        <StatusPart onScreen={onScreen} />
        <Fragment key={generation}>
          <PeoplePart form={form} />
          <StatusesPart form={form} />
          <RulesPart form={form} />
          <PostMortemPart form={form} />
          <CalendarPart form={form} />
        </Fragment>
        <HistoryPart versions={view.versions} />
        {bar}
        {isSaving && <SaveDialog onScreen={onScreen} onSaved={tellSaved} onClose={() => setSaving(false)} />}
      </Stack>
    </MomentWordsProvider>
  );
}

const FirstVisit = () => (
  <SectionMessage appearance="information" title="The built-in rules hold until you save your own">
    <Text>
      Look at People, at Work type and statuses, and at Calendar, then review and save. The first version counts at
      once; what asks less later on waits for a second administrator or for 24 hours.
    </Text>
  </SectionMessage>
);

function tellSaved(version: number | undefined): void {
  showFlag({
    id: 'settings-saved',
    type: 'success',
    title: version === undefined ? 'The settings are saved' : `Version ${version} is saved`,
    isAutoDismiss: true,
  });
}
