/** A field as the browser gives it with an event. */
interface FieldLike {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly checked?: boolean;
}

/** A browser event as an app receives it: plain values of the field, no live objects of the host. */
export const appEvent = (type: string, { name, type: fieldType, value, checked }: FieldLike) => ({
  type,
  target: { name, type: fieldType, value, ...(checked === undefined ? {} : { checked }) },
});
