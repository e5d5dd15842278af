import { expect, it } from '@jest/globals';
import { adfText } from '../../emulator/jira/adf';
import { aJira, as, call, emergency } from './support/a-jira';

const text = (words: string) => ({ type: 'text', text: words });
const block = (type: string, ...content: readonly object[]) => ({ type, content });
const paragraph = (...content: readonly object[]) => block('paragraph', ...content);
const mention = (name: string, attrs: object = {}) => ({ type: 'mention', attrs: { id: `712020:${name}`, ...attrs } });
const doc = (...content: readonly object[]) => ({ type: 'doc', version: 1, content });

it.each([
  {
    what: 'a list: each item on a line of its own',
    document: doc(
      paragraph(text('Asked of')),
      block(
        'bulletList',
        block('listItem', paragraph(text('Lee'))),
        block('listItem', paragraph(text('Sam')), block('orderedList', block('listItem', paragraph(text('or Sky'))))),
      ),
    ),
    words: 'Asked of\nLee\nSam\nor Sky',
  },
  {
    what: 'a table: each cell on a line of its own',
    document: doc(block('table', block('tableRow', block('tableCell', paragraph(text('a'))), block('tableCell')))),
    words: 'a\n',
  },
  {
    what: 'marks and a break within a paragraph',
    document: doc(paragraph(text('Now '), { ...text('bold'), marks: [] }, { type: 'hardBreak' }, text('next'))),
    words: 'Now bold\nnext',
  },
  {
    what: 'what stands within a line beside text',
    document: doc(
      paragraph(
        mention('lee', { text: '@Lee' }),
        text(' '),
        { type: 'emoji', attrs: { shortName: ':warning:', text: '⚠' } },
        text(' '),
        { type: 'date', attrs: { timestamp: '1795478400000' } },
        text(' '),
        { type: 'inlineCard', attrs: { url: 'https://git.example.com/1' } },
        text(' '),
        { type: 'status', attrs: { text: 'LATE', color: 'red' } },
      ),
    ),
    words: '@Lee ⚠ 2026-11-24 https://git.example.com/1 LATE',
  },
  ...['soon', '1e20'].map((timestamp) => ({
    what: `a date that is ${timestamp}`,
    document: doc(paragraph({ type: 'date', attrs: { timestamp } })),
    words: '',
  })),
  { what: 'what is no document', document: { type: 'paragraph' }, words: '' },
])('the words of $what', ({ document, words }) => {
  expect(adfText(document)).toBe(words);
});

it('the bell of a mention says who is meant, also where the document has the account id only', async () => {
  const jira = aJira();
  await call(jira, as('erin'), 'POST', '/issue', emergency());
  const body = doc(
    paragraph(text('Please look, '), mention('lee'), text(' and '), mention('sam', { text: '@old name' })),
    block('bulletList', block('listItem', paragraph(text('one'))), block('listItem', paragraph(text('two')))),
  );
  await call(jira, as('erin'), 'POST', '/issue/OPS-1/comment', { body });
  const nameOf = (id: string) => jira.store.accounts.get(id)?.displayName ?? '';
  expect([...jira.store.outbox.values()].map((sent) => sent.text)).toEqual([
    `Please look, @${nameOf('712020:lee')} and @${nameOf('712020:sam')}\none\ntwo`,
  ]);
});
