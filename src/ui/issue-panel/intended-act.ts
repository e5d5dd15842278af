import type { Offer } from '../../api';

/** What is done in a dialog; "I am on it" is done at once. */
export type DialogOffer =
  | Extract<Offer, { readonly slot: unknown } | { readonly review: unknown } | { readonly document: unknown }>
  | { readonly kind: 'propose-change' | 'link-evidence' | 'record-post-mortem' };

export type SlotOffer = Extract<Offer, { readonly slot: unknown }>;

/** An act that a person has set out to do: one command id, kept for every try of it. */
export interface IntendedAct {
  readonly commandId: string;
  readonly offer: DialogOffer;
}

export const newCommandId = (): string => crypto.randomUUID();

export const intend = (offer: DialogOffer): IntendedAct => ({ commandId: newCommandId(), offer });
