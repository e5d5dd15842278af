import { MomentText } from '../moment-text';
import type { LogEntry } from './log-entries';

/** More would only make the page slow; the rest is at `/emulator/log`. */
const MOST_SHOWN = 200;

interface LogTableProps {
  readonly label: string;
  readonly entries: readonly LogEntry[];
  readonly nothing: string;
}

export function LogTable({ label, entries, nothing }: LogTableProps) {
  if (entries.length === 0) return <p className="subtle tab-body">{nothing}</p>;
  return (
    <div className="tab-body">
      <table className="log" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">From</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, MOST_SHOWN).map((entry, index) => (
            <tr key={index} className={entry.isProblem ? 'log-problem' : undefined}>
              <td className="cell-created">
                <MomentText at={entry.at} />
              </td>
              <td>{entry.source}</td>
              <td className="log-text">{entry.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > MOST_SHOWN && (
        <p className="subtle">{`The newest ${MOST_SHOWN} of ${entries.length}; all of them are at /emulator/log.`}</p>
      )}
    </div>
  );
}
