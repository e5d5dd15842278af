import type { CSSProperties } from 'react';
import * as v from 'valibot';

const StyleValueSchema = v.union([v.string(), v.number()]);

const TOKEN = /^(color|space|radius|border|elevation|utility|font)\.[\w.[\]-]+$/;

/**
 * A design token as CSS: `color.text.subtle` is `var(--ds-text-subtle)`, `space.100` is `var(--ds-space-100)`; anything
 * else is CSS already.
 */
export const tokenValue = (value: string): string =>
  TOKEN.test(value)
    ? `var(--ds-${value
        .replace(/^(color|elevation|utility)\./, '')
        .replaceAll('.[default]', '')
        .replaceAll('.', '-')})`
    : value;

/** What an app gives as `xcss`, as a style; what is no plain property, such as a pseudo-class, is left out. */
export function xcssStyle(xcss: unknown): CSSProperties {
  const styles = v.safeParse(v.record(v.string(), v.unknown()), xcss);
  if (!styles.success) return {};
  const plain = Object.entries(styles.output).flatMap(([property, value]) => {
    const parsed = v.safeParse(StyleValueSchema, value);
    if (!parsed.success) return [];
    return [[property, typeof parsed.output === 'string' ? tokenValue(parsed.output) : parsed.output] as const];
  });
  return Object.fromEntries(plain);
}
