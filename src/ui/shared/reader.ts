import { useProductContext } from '@forge/react';

/** Language (BCP 47) and time zone (IANA) of the person who looks; undefined until Jira has told them. */
export interface Reader {
  readonly locale: string | undefined;
  readonly zone: string | undefined;
}

export function useReader(): Reader {
  const context = useProductContext();
  // Jira says en_US where Intl wants en-US.
  return { locale: context?.locale.replace('_', '-'), zone: context?.timezone };
}
