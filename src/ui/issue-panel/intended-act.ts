import type { Offer } from '../../api';

export type SlotOffer = Extract<Offer, { readonly slot: unknown }>;

/** What is done in a dialog; "I am on it" is done at once. */
export type DialogOffer =
  | SlotOffer
  | Extract<Offer, { readonly review: unknown } | { readonly document: unknown }>
  | { readonly kind: 'propose-change' }
  | { readonly kind: 'link-evidence' }
  | { readonly kind: 'record-post-mortem' };

export const isDialogOffer = (offer: Offer): offer is DialogOffer => offer.kind !== 'acknowledge';

/** An act that a person has set out to do: one command id, kept for every try of it. */
export interface IntendedAct {
  readonly commandId: string;
  readonly offer: DialogOffer;
}

export const newCommandId = (): string => crypto.randomUUID();

export const intend = (offer: DialogOffer): IntendedAct => ({ commandId: newCommandId(), offer });
