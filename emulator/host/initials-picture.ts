/** Colours of Atlassian's palette on which white text has a contrast of at least 4.5. */
const TONES = ['#1558BC', '#206A83', '#216E4E', '#974F0C', '#AE2E24', '#5E4DB2', '#943D73', '#44546F'] as const;

/** A picture with the initials as an SVG, as Jira makes for people without one; the same name gets the same colour. */
export function initialsSvg(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  const initials = Array.from(first).slice(0, 1).concat(Array.from(last).slice(0, 1)).join('').toUpperCase();
  const sum = Array.from(name).reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  const tone = TONES[sum % TONES.length] ?? TONES[0];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${tone}"/>` +
    `<text x="16" y="16" fill="#fff" font-family="system-ui, sans-serif" font-size="13" font-weight="600" ` +
    `text-anchor="middle" dominant-baseline="central">${escaped(initials)}</text></svg>`
  );
}

/** The same as an address. */
export const initialsPicture = (name: string): string => `data:image/svg+xml,${encodeURIComponent(initialsSvg(name))}`;

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[<>&"]/g, (sign) => ENTITIES[sign] ?? '');
