const KEY = 'embedded-jira.color-mode';

export type ColorMode = 'auto' | 'light' | 'dark';

/** What this browser chose before; the system's own mode until then. */
export function keptColorMode(): ColorMode {
  const kept = window.localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

export const keepColorMode = (mode: ColorMode): void => window.localStorage.setItem(KEY, mode);
