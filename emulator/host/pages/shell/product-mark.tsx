/** The site's own mark: a gate with two locks. Not a mark of Atlassian. */
export function ProductMark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect width="24" height="24" rx="6" fill="var(--ds-background-brand-bold)" />
      <path d="M7 17V9.5a5 5 0 0 1 10 0V17" fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
      <circle cx="12" cy="11" r="1.5" fill="#fff" />
      <circle cx="12" cy="16" r="1.5" fill="#fff" />
    </svg>
  );
}
