import { type AnchorHTMLAttributes, forwardRef, type MouseEvent } from 'react';
import { navigate } from './router';

type SiteLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

/** A link that changes the page without loading it again. Atlaskit's links use it too, through AppProvider. */
export const SiteLink = forwardRef<HTMLAnchorElement, SiteLinkProps>(function SiteLink({ onClick, ...props }, ref) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const asksForMore = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (event.defaultPrevented || asksForMore || props.target === '_blank') return;
    event.preventDefault();
    navigate(props.href);
  };
  return <a {...props} ref={ref} onClick={follow} />;
});
