import { Link, Stack, Text } from '@forge/react';
import type { ApprovalView, ReportView } from '../../api';
import { useMoments } from './moments';
import { PersonLine } from '../shared/person-line';

interface ReportLinesProps {
  readonly approval: ApprovalView;
  readonly report: ReportView;
}

/** An approval that somebody else reported: who is said to have approved, how, and who says so. */
export function ReportLines({ approval, report }: ReportLinesProps) {
  const { momentText } = useMoments();
  const how = report.form === 'verbal' ? 'by word of mouth' : 'in writing';
  const witnessed = report.form === 'verbal' ? 'heard it' : 'received it';
  return (
    <Stack space="space.050">
      <PersonLine
        accountId={approval.by}
        words={`is said to have approved ${how} (${report.channel}) on ${momentText(report.saidAt)}`}
      />
      <PersonLine
        accountId={report.witness}
        words={`${witnessed}, and reported it${approval.retroactive ? ' retroactively' : ''} on ${momentText(approval.at)}`}
      />
      {approval.text !== '' && <Text>{`“${approval.text}”`}</Text>}
      {report.link !== null && (
        <Link href={report.link} openNewTab>
          Read the written approval
        </Link>
      )}
      {approval.ratifiedAt !== null && (
        <PersonLine accountId={approval.by} words={`ratified it on ${momentText(approval.ratifiedAt)}`} />
      )}
    </Stack>
  );
}
