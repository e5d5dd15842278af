/** The address of the outbox with a message open, kept to one person. */
export function outboxAddress(at: { readonly entry: string | undefined; readonly person: string | undefined }): string {
  const given = Object.entries(at).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const query = new URLSearchParams(given).toString();
  return query === '' ? '/outbox' : `/outbox?${query}`;
}
