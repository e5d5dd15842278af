import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { AdfDocument } from '../../emulator/host/adf/adf-document';
import { adfFromMarkup } from '../../emulator/host/adf/adf-from-markup';
import { markupFromAdf } from '../../emulator/host/adf/markup-from-adf';
import { safeLink } from '../../emulator/host/adf/safe-link';

const doc = (...content: readonly object[]) => ({ type: 'doc', version: 1, content });
const paragraph = (...content: readonly object[]) => ({ type: 'paragraph', content });
const text = (words: string, ...marks: readonly object[]) => ({ type: 'text', text: words, marks });
const drawn = (document: unknown) => renderToStaticMarkup(<AdfDocument document={document} />);

const there = (markup: string, mentioned?: ReadonlyMap<string, string>) => adfFromMarkup(markup, mentioned);
const back = (document: unknown) => markupFromAdf(document).text;

describe('text with markup and documents', () => {
  it.each([
    { what: 'paragraphs and line breaks', written: 'First line\nsecond line\n\nNext paragraph' },
    { what: 'lists', written: 'Steps:\n\n- stop **all** hosts\n- wait\n\n1. restart\n2. look' },
    { what: 'marks', written: '**bold**, _soft_, `code` and [the plan](https://example.com/plan)' },
    { what: 'marks inside marks', written: '**very _soft_ bold**' },
    { what: 'an address', written: 'See https://example.com/a_b_c.' },
    { what: 'a heading and code', written: '## Rollback\n\n```\ngit revert HEAD\n\nmake deploy\n```' },
    { what: 'signs that mean nothing', written: 'a_b_c, 2 * 3 * 4, #5, -1, **' },
  ])('keeps $what on the way there and back', ({ written }) => {
    expect(back(there(written))).toBe(written);
    expect(markupFromAdf(there(written)).isWhole).toBe(true);
  });

  it('makes of a name what it means, and of a name that means nobody plain text', () => {
    const document = there('@Lee Lindt and @Lee Lindtner, look', new Map([['Lee Lindt', '712020:lee']]));
    const [start] = JSON.stringify(document).split('"type":"text"');
    expect(start).toContain('{"type":"mention","attrs":{"id":"712020:lee","text":"@Lee Lindt"}}');
    expect(JSON.stringify(document)).toContain('" and @Lee Lindtner, look"');
    expect(markupFromAdf(document)).toMatchObject({ mentioned: new Map([['Lee Lindt', '712020:lee']]) });
  });

  it('makes no document of nothing, which is how Jira empties a field', () => {
    expect(there('  \n ')).toBeNull();
    expect(back(null)).toBe('');
  });

  it('never makes a link to a script', () => {
    expect(JSON.stringify(there('[here](javascript:alert(1))'))).not.toContain('"link"');
  });

  it('knows when saving would lose something', () => {
    const item = (...content: readonly object[]) => ({ type: 'listItem', content });
    const underlined = doc(paragraph(text('under', { type: 'underline' })));
    const nested = doc({
      type: 'bulletList',
      content: [item(paragraph(text('a')), { type: 'bulletList', content: [] })],
    });
    expect(markupFromAdf(underlined).isWhole).toBe(false);
    expect(markupFromAdf(nested).isWhole).toBe(false);
    expect(markupFromAdf(doc({ type: 'table', content: [] })).isWhole).toBe(false);
  });

  it('reads what it cannot say as the text inside', () => {
    expect(back(doc({ type: 'panel', content: [paragraph(text('Careful'))] }))).toBe('Careful');
  });
});

describe('the document viewer', () => {
  it('draws formatting by construction', () => {
    const bold = text('Stop', { type: 'strong' });
    expect(drawn(doc(paragraph(bold, { type: 'hardBreak' }, text('now', { type: 'code' }))))).toBe(
      '<div class="adf"><p><strong>Stop</strong><br/><code>now</code></p></div>',
    );
  });

  it('shows the markup of people as the characters they typed', () => {
    expect(drawn(doc(paragraph(text('<img src=x onerror=alert(1)>'))))).toContain('&lt;img src=x');
  });

  it('links only to the web', () => {
    const link = (href: string) => text('here', { type: 'link', attrs: { href } });
    expect(drawn(doc(paragraph(link('https://example.com/a'))))).toContain('href="https://example.com/a"');
    for (const href of ['javascript:alert(1)', 'data:text/html,x', '/browse/OPS-1', ' javascript:alert(1)']) {
      expect(drawn(doc(paragraph(link(href))))).toBe('<div class="adf"><p>here</p></div>');
    }
    expect(safeLink(undefined)).toBeUndefined();
  });

  it('shows the text inside a block that it does not know', () => {
    const panel = { type: 'decisionList', content: [{ type: 'decisionItem', content: [text('We roll back')] }] };
    expect(drawn(doc(panel))).toContain('We roll back');
  });

  it('draws nothing for what is no document', () => {
    expect(drawn('<b>text</b>')).toBe('');
    expect(drawn({ type: 'paragraph' })).toBe('');
  });
});
