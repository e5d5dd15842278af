import type { CSSProperties } from 'react';
import * as v from 'valibot';

const StyleValueSchema = v.union([v.string(), v.number()]);

/** CSS variable of a design token: `color.text.subtle` is `--ds-text-subtle`, `space.100` is `--ds-space-100`. */
const tokenVariable = (name: string): string =>
  `--ds-${name
    .replace(/^color\./, '')
    .replace(/\.\[default\]/g, '')
    .replaceAll('.', '-')}`;

const TOKEN = /^(color|space|radius|border|elevation|utility|font)\.[\w.[\]-]+$/;

/** Some properties are written by a word of their own: a shadow and a surface are both `elevation.*`. */
const styleValue = (value: string | number): string | number =>
  typeof value === 'string' && TOKEN.test(value) ? `var(${tokenVariable(value)})` : value;

/** What an app gives as `xcss`, as a style; what is no plain property, such as a pseudo-class, is left out. */
export function xcssStyle(xcss: unknown): CSSProperties {
  const styles = v.safeParse(v.record(v.string(), v.unknown()), xcss);
  if (!styles.success) return {};
  const plain = Object.entries(styles.output).flatMap(([property, value]) => {
    const parsed = v.safeParse(StyleValueSchema, value);
    return parsed.success ? [[property, styleValue(parsed.output)] as const] : [];
  });
  return Object.fromEntries(plain);
}
