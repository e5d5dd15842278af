import { Box, ErrorMessage, Inline, Label, Select, Spinner, Stack, xcss } from '@forge/react';
import { useEffect, useState } from 'react';
import type { Choice, ComparisonReply, VersionView } from '../../../api-settings';
import { ChangeLines } from '../change-lines';
import { chosenValues } from '../inputs/choice';
import { callSettings, notReached } from '../settings-calls';

/** Two versions, side by side in what they set otherwise. */
export function Comparison({ versions }: { readonly versions: readonly VersionView[] }) {
  const newest = versions[0]?.version ?? 0;
  const [from, setFrom] = useState(newest - 1);
  const [to, setTo] = useState(newest);
  const reply = useComparison(from, to);
  const choices = [...versions.map(({ version }) => version), 0].map((version) => ({
    value: String(version),
    label: version === 0 ? 'The built-in rules' : `Version ${version}`,
  }));
  return (
    <Stack space="space.100">
      <Inline space="space.200" rowSpace="space.100" shouldWrap>
        <VersionField id="compare-from" label="Compare" choices={choices} chosen={from} onChoose={setFrom} />
        <VersionField id="compare-to" label="with" choices={choices} chosen={to} onChoose={setTo} />
      </Inline>
      <Compared reply={reply} />
    </Stack>
  );
}

function useComparison(from: number, to: number): ComparisonReply | undefined {
  const [reply, setReply] = useState<ComparisonReply>();
  useEffect(() => {
    let isCurrent = true;
    setReply(undefined);
    void callSettings('compare', { from, to })
      .catch(notReached)
      .then((told) => {
        if (isCurrent) setReply(told);
      });
    return () => {
      isCurrent = false;
    };
  }, [from, to]);
  return reply;
}

function Compared({ reply }: { readonly reply: ComparisonReply | undefined }) {
  switch (reply?.kind) {
    case undefined:
      return <Spinner size="small" label="Comparing" />;
    case 'comparison':
      return <ChangeLines changes={reply.changes} none="They set the same." />;
    case 'not-allowed':
    case 'failed':
      return <ErrorMessage>{reply.message}</ErrorMessage>;
  }
}

interface VersionFieldProps {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: number;
  readonly onChoose: (version: number) => void;
}

const narrow = xcss({ width: '200px' });

const VersionField = ({ id, label, choices, chosen, onChoose }: VersionFieldProps) => (
  <Stack space="space.050">
    <Label labelFor={id}>{label}</Label>
    <Box xcss={narrow}>
      <Select
        inputId={id}
        options={[...choices]}
        value={choices.find(({ value }) => value === String(chosen)) ?? null}
        onChange={(picked: unknown) => onChoose(Number(chosenValues(picked)[0] ?? chosen))}
      />
    </Box>
  </Stack>
);
