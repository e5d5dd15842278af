import { Inline, Lozenge, Stack, Text } from '@forge/react';
import type { VersionView } from '../../../api-settings';
import { Card } from '../../shared/card';
import { PersonLine } from '../../shared/person-line';
import { ChangeLines } from '../change-lines';
import { counted } from '../counted';
import { useMomentWords } from '../moment-words';
import { Section } from '../section';
import { VERSION_STATE } from '../version-words';
import { Comparison } from './comparison';

/** All versions of the settings, newest first. */
export function HistoryPart({ versions }: { readonly versions: readonly VersionView[] }) {
  return (
    <Section
      title="History"
      summary={
        versions.length === 0
          ? 'Nothing was saved yet.'
          : `${counted(versions.length, 'version')}. None is ever changed or removed.`
      }
    >
      <Stack space="space.150">
        {versions.length > 0 && (
          <Inline space="space.100" alignBlock="center" shouldWrap>
            <Lozenge appearance="success">Chain intact</Lozenge>
            <Text color="color.text.subtle">Each version follows the one before it, unaltered.</Text>
          </Inline>
        )}
        {versions.length > 0 && <Comparison key={versions.length} versions={versions} />}
        {versions.map((version) => (
          <Version key={version.version} version={version} />
        ))}
      </Stack>
    </Section>
  );
}

function Version({ version: { version, at, by, note, changes, state } }: { readonly version: VersionView }) {
  const { momentText } = useMomentWords();
  return (
    <Card title={`Version ${version}`} standing={VERSION_STATE[state]}>
      <PersonLine accountId={by} words={`saved it on ${momentText(at)}`} />
      {note !== '' && <Text>{`“${note}”`}</Text>}
      <ChangeLines
        changes={changes}
        none={version === 1 ? 'The same as the built-in rules.' : 'The same settings, saved by somebody else.'}
      />
    </Card>
  );
}
