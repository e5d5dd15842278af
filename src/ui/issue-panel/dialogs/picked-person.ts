import type { Act } from '../../../api';

type AccountId = Extract<Act, { readonly kind: 'report-approval' }>['approver'];

/** The account that a UserPicker handed over, as an object or as its bare id; undefined where nobody was picked. */
export function pickedPerson(picked: unknown): AccountId | undefined {
  const id = typeof picked === 'object' && picked !== null && 'id' in picked ? picked.id : picked;
  return typeof id === 'string' && isAccountId(id) ? id : undefined;
}

const isAccountId = (text: string): text is AccountId => /^[0-9A-Za-z:_-]{1,128}$/.test(text);
