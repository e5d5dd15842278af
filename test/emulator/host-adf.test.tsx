import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { AdfDocument } from '../../emulator/host/adf/adf-document';
import { adfFromText, hasFormatting, textFromAdf } from '../../emulator/host/adf/adf-text';
import { safeLink } from '../../emulator/host/adf/safe-link';

const doc = (...content: readonly object[]) => ({ type: 'doc', version: 1, content });
const paragraph = (...content: readonly object[]) => ({ type: 'paragraph', content });
const text = (words: string, ...marks: readonly object[]) => ({ type: 'text', text: words, marks });
const drawn = (document: unknown) => renderToStaticMarkup(<AdfDocument document={document} />);

describe('plain text and documents', () => {
  it('keeps paragraphs and line breaks on the way there and back', () => {
    const written = 'First line\nsecond line\n\nNext paragraph';
    expect(textFromAdf(adfFromText(written))).toBe(written);
  });

  it('makes no document of nothing, which is how Jira empties a field', () => {
    expect(adfFromText('  \n ')).toBeNull();
    expect(textFromAdf(null)).toBe('');
  });

  it('knows when editing as plain text would lose something', () => {
    expect(hasFormatting(adfFromText('plain\n\ntext'))).toBe(false);
    expect(hasFormatting(doc(paragraph(text('bold', { type: 'strong' }))))).toBe(true);
    expect(hasFormatting(doc({ type: 'bulletList', content: [] }))).toBe(true);
  });

  it('reads lists, mentions and cards as text', () => {
    const item = (words: string) => ({ type: 'listItem', content: [paragraph(text(words))] });
    const mention = { type: 'mention', attrs: { id: '1', text: '@Lee' } };
    expect(textFromAdf(doc({ type: 'orderedList', content: [item('one'), item('two')] }, paragraph(mention)))).toBe(
      '1. one\n2. two\n\n@Lee',
    );
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
