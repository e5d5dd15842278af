import type { Attestation, Risk } from '../../api';

interface Point {
  readonly point: 'targeted' | 'necessary' | 'rollbackKnown' | 'riskAssessed';
  /** As a reviewer attests it. */
  readonly label: string;
  readonly short: string;
}

/** The procedure's checklist of a review. */
export const CHECKLIST: readonly Point[] = [
  { point: 'targeted', label: 'It is targeted: it changes nothing that the fix does not need', short: 'targeted' },
  { point: 'necessary', label: 'It is necessary: it cannot wait for a standard change', short: 'necessary' },
  { point: 'rollbackKnown', label: 'It is known how to roll it back', short: 'rollback known' },
  { point: 'riskAssessed', label: 'Its risk was assessed', short: 'risk assessed' },
];

export const RISK_TEXT: Readonly<Record<Risk, string>> = {
  low: 'Low risk',
  medium: 'Medium risk',
  high: 'High risk',
};

export const isMet = (attestation: Pick<Attestation, Point['point']>): boolean =>
  CHECKLIST.every(({ point }) => attestation[point]);
