/** What `~` asks of a text. */
type TextTest = (lowerCaseText: string) => boolean;

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Every word has to be there, in any order, as a whole word in one of its common endings; `chec*` and `ch?ck` are patterns,
 * and what stands in quotation marks is a phrase. Jira's stemming knows more of English than this.
 */
export function textTest(asked: string): TextTest {
  const small = asked.toLowerCase();
  const phrases = [...small.matchAll(/"([^"]*)"/g)].map(([, phrase = '']) => phraseTest(phrase));
  const words = small.replaceAll(/"[^"]*"/g, ' ').match(/[\p{L}\p{N}*?]+/gu) ?? [];
  const tests = [...phrases, ...words.filter((word) => /[\p{L}\p{N}]/u.test(word)).map(wordTest)];
  return (text) => tests.length > 0 && tests.every((holds) => holds(text));
}

function wordTest(word: string): TextTest {
  if (/[*?]/.test(word)) {
    const pattern = new RegExp(`^${word.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
    return (text) => (text.match(WORD) ?? []).some((one) => pattern.test(one));
  }
  const root = stem(word);
  return (text) => text.includes(root) && (text.match(WORD) ?? []).some((one) => stem(one) === root);
}

function phraseTest(phrase: string): TextTest {
  const wanted = (phrase.match(WORD) ?? []).map(stem);
  const first = wanted[0] ?? '';
  return (text) => {
    if (!text.includes(first)) return false;
    const words = (text.match(WORD) ?? []).map(stem);
    return words.some((_, start) => wanted.every((word, offset) => words[start + offset] === word));
  };
}

/** A word without its ending, so that `fails`, `failed` and `failing` find each other. */
function stem(word: string): string {
  const cut = word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word.length > 3 ? word.replace(/s$/, '') : word;
  return cut.length > 3 ? cut.replace(/e$/, '') : cut;
}
