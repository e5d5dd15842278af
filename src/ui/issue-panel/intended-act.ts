import type { Offer } from '../../api';

/** An act that a person has set out to do: one command id, kept for every try of it. */
export interface IntendedAct {
  readonly commandId: string;
  readonly offer: Offer;
}

export const intend = (offer: Offer): IntendedAct => ({ commandId: crypto.randomUUID(), offer });
