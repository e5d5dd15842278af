import { Button, ButtonGroup, Inline, SectionMessage, Stack, Text } from '@forge/react';
import { PersonLine } from '../../shared/person-line';
import { ChangeLines } from '../change-lines';
import { useMomentWords } from '../moment-words';
import type { Meanwhile, SettingsOnScreen } from '../use-settings';

interface MeanwhileMessageProps {
  readonly meanwhile: Meanwhile;
  readonly onScreen: SettingsOnScreen;
  /** The draft stands on theirs now, and can be looked at and saved. */
  readonly onKept: () => void;
}

/** Somebody else saved first: who, and what; and what is to become of what was edited here. */
export function MeanwhileMessage({ meanwhile, onScreen, onKept }: MeanwhileMessageProps) {
  const { momentText } = useMomentWords();
  const { settings } = meanwhile;
  const unseen = settings.versions.filter(({ seq }) => seq > onScreen.base.seq);
  return (
    <SectionMessage appearance="warning" title="Somebody else saved in the meantime">
      <Stack space="space.150">
        <Text>Your changes are not saved, and they are not lost. This is what was saved:</Text>
        {unseen.map(({ version, by, at, note, changes }) => (
          <Stack key={version} space="space.050">
            <PersonLine accountId={by} words={`saved version ${version} on ${momentText(at)}`} />
            {note !== '' && <Text>{`“${note}”`}</Text>}
            <ChangeLines changes={changes} none="The same settings as before." />
          </Stack>
        ))}
        <Text>
          You can keep what you changed and put it on top of theirs: where both of you changed the same setting, yours
          counts, and you see all of it before it is saved.
        </Text>
        <Inline>
          <ButtonGroup label="What to keep">
            <Button
              onClick={() => {
                onScreen.mergeOnto(settings);
                onKept();
              }}
            >
              Keep mine on top of theirs
            </Button>
            <Button onClick={() => onScreen.take(settings)}>Take theirs, drop mine</Button>
          </ButtonGroup>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}
