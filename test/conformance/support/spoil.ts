/** A JSON body with one thing wrong with it. */
export interface Spoilt {
  /** What was done to it, as `without fields.summary`. */
  readonly how: string;
  readonly body: unknown;
}

type Path = readonly (string | number)[];

/** The body again and again: without each of its properties, and with a value of another type in each place. */
export function spoilt(body: unknown): readonly Spoilt[] {
  return placesIn(body).flatMap(({ path, value }) => {
    const name = path.join('.');
    const odd = typeof value === 'object' ? 'odd' : { odd: true };
    return [
      ...(typeof path.at(-1) === 'string' ? [{ how: `without ${name}`, body: replaced(body, path, undefined) }] : []),
      { how: `another type of ${name}`, body: replaced(body, path, odd) },
    ];
  });
}

function placesIn(value: unknown, path: Path = []): readonly { readonly path: Path; readonly value: unknown }[] {
  const own = path.length === 0 ? [] : [{ path, value }];
  if (typeof value !== 'object' || value === null) return own;
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...own, ...parts.flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

/** JSON leaves out a property that is undefined. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((part: unknown, index) => (index === key ? replaced(part, rest, by) : part));
  return Object.fromEntries(
    Object.entries(Object(value) as Record<string, unknown>).map(([name, part]) => [
      name,
      name === key ? replaced(part, rest, by) : part,
    ]),
  );
}
