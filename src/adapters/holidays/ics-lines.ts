import type { LineProblem } from '../../application/ports';

/** One content line of an ICS file, unfolded (RFC 5545 section 3.1), with the number of the line it starts on. */
export interface IcsLine {
  readonly number: number;
  readonly text: string;
}

/** The lines of each VEVENT, without BEGIN and END, or the first thing that makes this no calendar file. */
export function eventsIn(text: string): readonly (readonly IcsLine[])[] | LineProblem {
  const events: (readonly IcsLine[])[] = [];
  const open: { readonly name: string; readonly lines: IcsLine[] }[] = [];
  for (const line of unfold(text)) {
    const [, edge = '', name = ''] = /^(BEGIN|END):\s*([A-Z-]+)\s*$/i.exec(line.text) ?? [];
    const inside = open.at(-1);
    if (open.length === 0 && `${edge}:${name}`.toUpperCase() !== 'BEGIN:VCALENDAR') {
      return { line: line.number, message: 'This is no ICS file: it has to start with BEGIN:VCALENDAR.' };
    }
    if (edge.toUpperCase() === 'BEGIN') open.push({ name: name.toUpperCase(), lines: [] });
    else if (edge.toUpperCase() === 'END') {
      if (inside?.name !== name.toUpperCase()) {
        return { line: line.number, message: `END does not match BEGIN:${inside?.name ?? ''}.` };
      }
      open.pop();
      if (inside.name === 'VEVENT') events.push(inside.lines);
    } else if (!/^[A-Z0-9-]+[;:]/i.test(line.text)) {
      return { line: line.number, message: 'This line has no name and colon, as each line of an ICS file has.' };
    } else inside?.lines.push(line);
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) return { line: 0, message: `The file ends before END:${unclosed.name}.` };
  return events.length > 0 ? events : { line: 0, message: 'The file has no events.' };
}

function unfold(text: string): readonly IcsLine[] {
  const lines: { number: number; parts: string[] }[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((part, index) => {
      if (/^[ \t]/.test(part)) lines.at(-1)?.parts.push(part.slice(1));
      else if (part !== '') lines.push({ number: index + 1, parts: [part] });
    });
  return lines.map(({ number, parts }) => ({ number, text: parts.join('') }));
}
