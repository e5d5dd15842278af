import type { Policy, PolicyGroup } from '../policy';

/** One thing that a policy sets: how it reads, and what stricter means for it. */
export interface Setting {
  readonly title: string;
  readonly show: (policy: Policy) => string;
  /** What `to` says where it differs from `from`; as `show` where that is enough. */
  readonly showChanged: (from: Policy, to: Policy) => string;
  readonly same: (from: Policy, to: Policy) => boolean;
  /** Whether `to` asks less than `from`, or not clearly as much. */
  readonly loosens: (from: Policy, to: Policy) => boolean;
  /** `base`, with this setting as strict as it and `other` are together. */
  readonly tighten: (base: Policy, other: Policy) => Policy;
}

/** How the values of one kind of setting compare. */
interface Strictness<Value> {
  readonly loosens: (from: Value, to: Value) => boolean;
  readonly stricter: (base: Value, other: Value) => Value;
}

interface Place<Value> {
  readonly title: string;
  readonly get: (policy: Policy) => Value;
  readonly put: (policy: Policy, value: Value) => Policy;
  readonly show: (value: Value) => string;
  readonly showChanged?: (from: Value, to: Value) => string;
  /** Where equal values can be written in different ways. */
  readonly same?: (from: Value, to: Value) => boolean;
}

const sameJson = <Value>(from: Value, to: Value): boolean => JSON.stringify(from) === JSON.stringify(to);

export const setting = <Value>(place: Place<Value>, strictness: Strictness<Value>): Setting => {
  const { title, get, put, show, showChanged, same = sameJson } = place;
  return {
    title,
    show: (policy) => show(get(policy)),
    showChanged: (from, to) => (showChanged ? showChanged(get(from), get(to)) : show(get(to))),
    same: (from, to) => same(get(from), get(to)),
    loosens: (from, to) => strictness.loosens(get(from), get(to)),
    tighten: (base, other) => put(base, strictness.stricter(get(base), get(other))),
  };
};

const without = <Item>(items: readonly Item[], others: readonly Item[], same: (a: Item, b: Item) => boolean) =>
  items.filter((item) => !others.some((other) => same(item, other)));

const common = <Item>(base: readonly Item[], other: readonly Item[], same: (a: Item, b: Item) => boolean) =>
  base.filter((item) => other.some((one) => same(item, one)));

export const allowing: Strictness<boolean> = {
  loosens: (from, to) => !from && to,
  stricter: (base, other) => base && other,
};

export const demanding: Strictness<boolean> = {
  loosens: (from, to) => from && !to,
  stricter: (base, other) => base || other,
};

export const shorterIsStricter: Strictness<number> = {
  loosens: (from, to) => to > from,
  stricter: (base, other) => Math.min(base, other),
};

export const moreIsStricter: Strictness<number> = {
  loosens: (from, to) => to < from,
  stricter: (base, other) => Math.max(base, other),
};

/** Null: never. */
export const expiring: Strictness<number | null> = {
  loosens: (from, to) => from !== null && (to === null || to > from),
  stricter: (base, other) => (base === null || other === null ? (base ?? other) : Math.min(base, other)),
};

/** No value is stricter than another, so that each change of it is taken for a loosening. */
export const fixed = <Value>(): Strictness<Value> => ({
  loosens: (from, to) => from !== to,
  stricter: (base) => base,
});

/** Nothing that a change is held to depends on it. */
export const free = <Value>(): Strictness<Value> => ({ loosens: () => false, stricter: (base) => base });

export const sameGroup = (a: PolicyGroup, b: PolicyGroup): boolean =>
  a.kind === b.kind && (a.id !== null && b.id !== null ? a.id === b.id : a.name === b.name);

export const sameGroups = (from: readonly PolicyGroup[], to: readonly PolicyGroup[]): boolean =>
  without(from, to, sameGroup).length === 0 && without(to, from, sameGroup).length === 0;

/**
 * Fewer groups may decide: stricter. Where no group is common to both, those of the base stay, because otherwise
 * nobody could decide on a change any more.
 */
export const mayDecide: Strictness<PolicyGroup[]> = {
  loosens: (from, to) => without(to, from, sameGroup).length > 0,
  stricter: (base, other) => {
    const both = common(base, other, sameGroup);
    return both.length > 0 ? both : base;
  },
};

/** As `mayDecide`, but none means anybody. */
export const mayReview: Strictness<PolicyGroup[]> = {
  loosens: (from, to) => from.length > 0 && (to.length === 0 || mayDecide.loosens(from, to)),
  stricter: (base, other) => {
    if (base.length === 0) return other;
    return other.length === 0 ? base : mayDecide.stricter(base, other);
  },
};

/** More groups are called: stricter. */
export const isCalled: Strictness<PolicyGroup[]> = {
  loosens: (from, to) => without(from, to, sameGroup).length > 0,
  stricter: (base, other) => [...base, ...without(other, base, sameGroup)],
};

const equal = <Item>(a: Item, b: Item) => a === b;

/** The more there are the stricter. */
export const growing = <Item>(): Strictness<Item[]> => ({
  loosens: (from, to) => without(from, to, equal).length > 0,
  stricter: (base, other) => [...base, ...without(other, base, equal)],
});

/** The fewer there are the stricter. */
export const shrinking = <Item>(): Strictness<Item[]> => ({
  loosens: (from, to) => without(to, from, equal).length > 0,
  stricter: (base, other) => common(base, other, equal),
});
