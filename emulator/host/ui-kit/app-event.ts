/** The parts of an input that an app is told of. */
interface FieldLike {
  readonly id: string;
  readonly name: string;
  readonly tagName: string;
  readonly type: string;
  readonly value: string;
  readonly checked?: boolean;
}

interface EventLike {
  readonly type: string;
  readonly timeStamp: number;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly defaultPrevented: boolean;
  readonly eventPhase: number;
  readonly isTrusted: boolean;
  readonly currentTarget: FieldLike;
}

/**
 * An event as an app receives it: `SerialisableEvent` of @atlaskit/forge-react-types. Plain values, no live objects of
 * the host.
 */
export function appEvent(event: EventLike) {
  const { id, name, tagName, type, value, checked } = event.currentTarget;
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    bubbles: event.bubbles,
    cancelable: event.cancelable,
    defaultPrevented: event.defaultPrevented,
    eventPhase: event.eventPhase,
    isTrusted: event.isTrusted,
    target: { id, name, tagName, type, value, ...(checked === undefined ? {} : { checked }) },
  };
}
