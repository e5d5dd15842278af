/** The text of files that a FilePicker handed over: it gives what is in them as base64. */
export const fileText = (files: readonly { readonly data: string }[]): string =>
  files.map(({ data }) => new TextDecoder().decode(bytesOf(data))).join('\n');

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
