import type { Account } from '../jira/model/site';

const COLOURS = ['#0C66E4', '#1F845A', '#5E4DB2', '#AE4787', '#943D73', '#206A83', '#7F5F01', '#A54800'];

/** A round picture with somebody's initials. Names hold no markup: only letters of them are written. */
export function avatarSvg({ displayName }: Account): string {
  const initials = displayName
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => /^\p{L}/u.exec(word)?.[0] ?? '')
    .join('');
  const colour = COLOURS[displayName.length % COLOURS.length] ?? '';
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">',
    `<circle cx="24" cy="24" r="24" fill="${colour}"/>`,
    '<text x="24" y="24" fill="#fff" font-family="sans-serif" font-size="19" text-anchor="middle"',
    ` dominant-baseline="central">${initials}</text></svg>`,
  ].join('');
}
