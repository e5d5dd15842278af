import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { type Change, type HistoryPage, readHistory } from '../../api/history';
import { type Problem, problemSentences } from '../../api/reply';
import { EntryHead } from './entry-head';

interface HistoryListProps {
  readonly issueKey: string;
  /** The newest entries, oldest first. */
  readonly newest: HistoryPage;
}

const STEP = 100;

/** What happened to the issue, newest first; older entries are read when somebody asks for them. */
export function HistoryList({ issueKey, newest }: HistoryListProps) {
  const [longer, setLonger] = useState<HistoryPage>();
  const [problem, setProblem] = useState<Problem>();
  const [isReading, setReading] = useState(false);
  // A longer history that was read before something happened lacks the newest entry.
  const shown = longer?.total === newest.total ? longer : newest;
  const older = shown.total - shown.values.length;
  const readOlder = async () => {
    setReading(true);
    const reply = await readHistory(issueKey, shown.values.length + STEP);
    setReading(false);
    setProblem(reply.kind === 'ok' ? undefined : reply);
    if (reply.kind === 'ok') setLonger(reply.value);
  };
  if (shown.total === 0) return <p className="subtle">Nothing has changed since the issue was created.</p>;
  return (
    <>
      <ul className="activity">
        {[...shown.values].reverse().map(({ id, author, created, items }) => (
          <li key={id}>
            <EntryHead author={author} created={created} />
            <ul className="changes">
              {items.map((item, index) => (
                <li key={index}>{changeText(item)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {problem !== undefined && <p role="alert">{problemSentences(problem).join(' ')}</p>}
      {older > 0 && (
        <Button isLoading={isReading} onClick={() => void readOlder()}>
          {`Show older (${older})`}
        </Button>
      )}
    </>
  );
}

const changeText = ({ field, fromString, toString }: Change): string =>
  `Changed ${field} from “${shortened(fromString)}” to “${shortened(toString)}”`;

/** Long texts, such as descriptions and values of apps, would bury the rest. */
const MOST_SHOWN = 300;

function shortened(text: string | null | undefined): string {
  if (text === null || text === undefined || text === '') return 'None';
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
