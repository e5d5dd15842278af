import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { partOf } from './content-part';
import type { ForgeNode } from './forge-doc';
import { propsOf } from './node-props';
import type { Renderers } from './render-node';

/** Brief content over the page, beside what opens it. */
export const POPUP: Renderers = {
  Popup: (node, children) => (
    <Popup node={node} trigger={children(partOf(node, 'trigger'))}>
      {children(partOf(node, 'content'))}
    </Popup>
  ),
};

/** Room between a popup and the edge of the window. */
const EDGE_PX = 8;

interface PopupProps {
  readonly node: ForgeNode;
  readonly trigger: ReactNode;
  readonly children: ReactNode;
}

/**
 * The app decides whether it is open; Escape and a click elsewhere ask it to close. It takes the focus, and Escape gives
 * the focus back to what opened it.
 */
function Popup({ node, trigger, children }: PopupProps) {
  const props = propsOf(node);
  const isOpen = props.flag('isOpen');
  const place = useRef<HTMLSpanElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const close = useRef(props.action('onClose'));
  close.current = props.action('onClose');

  useEffect(() => {
    if (!isOpen) return;
    const leave = ({ target }: PointerEvent) => {
      if (target instanceof Node && !place.current?.contains(target)) close.current?.();
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      close.current?.();
      place.current?.querySelector<HTMLElement>('button, a[href], [tabindex="0"]')?.focus();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('keydown', escape);
    };
  }, [isOpen]);

  const shouldFocus = props.maybeFlag('autoFocus') ?? true;
  useLayoutEffect(() => {
    if (!isOpen || content.current === null) return;
    const beyond = content.current.getBoundingClientRect().right - document.documentElement.clientWidth + EDGE_PX;
    if (beyond > 0) content.current.style.translate = `${String(-beyond)}px`;
    if (shouldFocus) content.current.focus();
  }, [isOpen, shouldFocus]);

  const side = props.text('placement')?.endsWith('end') === true ? 'end' : 'start';
  return (
    <span ref={place} className="ui-kit-popup">
      {trigger}
      {isOpen && (
        <div
          ref={content}
          tabIndex={-1}
          role={props.text('role') ?? 'dialog'}
          aria-label={props.text('label')}
          className={`ui-kit-popup-${side}`}
        >
          {children}
        </div>
      )}
    </span>
  );
}
