import type { Block, Part, Text } from '../../application/text';

/** ADF by construction: texts of people are data in it, never markup. */
export const adfOf = (text: Text, mentions: readonly string[] = []) => ({
  type: 'doc',
  version: 1,
  content: [...(mentions.length === 0 ? [] : [adfMentions(mentions)]), ...text.map(adfBlock)],
});

const adfMentions = (accounts: readonly string[]) => ({
  type: 'paragraph',
  content: accounts.flatMap((id) => [mention(id), { type: 'text', text: ' ' }]),
});

const mention = (id: string) => ({ type: 'mention', attrs: { id } });

function adfBlock(block: Block): object {
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: block.text }] };
    case 'paragraph':
      return adfParagraph(block.parts);
    case 'list':
      return {
        type: 'bulletList',
        content: block.items.map((item) => ({ type: 'listItem', content: [adfParagraph(item)] })),
      };
  }
}

/** ADF knows no empty text. */
const adfParagraph = (parts: readonly Part[]) => ({
  type: 'paragraph',
  content: parts.filter((part) => part.kind === 'person' || part.text !== '').map(adfPart),
});

function adfPart(part: Part): object {
  switch (part.kind) {
    case 'words':
      return { type: 'text', text: part.text };
    case 'link':
      return { type: 'text', text: part.text, marks: [{ type: 'link', attrs: { href: part.href } }] };
    case 'person':
      return mention(part.accountId);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

/** HTML for Jira's e-mail, everything from people escaped. `nameOf` gives a person's name. */
export const htmlOf = (text: Text, nameOf: (accountId: string) => string): string =>
  text
    .map((block) => {
      const inline = (parts: readonly Part[]) =>
        parts
          .map((part) =>
            part.kind === 'link'
              ? `<a href="${escaped(part.href)}">${escaped(part.text)}</a>`
              : escaped(part.kind === 'person' ? nameOf(part.accountId) : part.text),
          )
          .join('');
      switch (block.kind) {
        case 'heading':
          return `<h3>${escaped(block.text)}</h3>`;
        case 'paragraph':
          return `<p>${inline(block.parts)}</p>`;
        case 'list':
          return `<ul>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`;
      }
    })
    .join('');

/** The same as plain text, with addresses written out. */
export const plainOf = (text: Text, nameOf: (accountId: string) => string): string =>
  text
    .map((block) => {
      const inline = (parts: readonly Part[]) =>
        parts
          .map((part) =>
            part.kind === 'link'
              ? part.text === part.href
                ? part.href
                : `${part.text} (${part.href})`
              : part.kind === 'person'
                ? nameOf(part.accountId)
                : part.text,
          )
          .join('');
      switch (block.kind) {
        case 'heading':
          return block.text;
        case 'paragraph':
          return inline(block.parts);
        case 'list':
          return block.items.map((item) => `- ${inline(item)}`).join('\n');
      }
    })
    .join('\n\n');

/** Everybody whom the text names. */
export const peopleNamedIn = (text: Text): readonly string[] => [
  ...new Set(
    text
      .flatMap((block) => (block.kind === 'heading' ? [] : block.kind === 'list' ? block.items.flat() : block.parts))
      .flatMap((part) => (part.kind === 'person' ? [part.accountId] : [])),
  ),
];
