import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
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

interface PopupProps {
  readonly node: ForgeNode;
  readonly trigger: ReactNode;
  readonly children: ReactNode;
}

/** The app decides whether it is open; Escape and a click elsewhere ask it to close. */
function Popup({ node, trigger, children }: PopupProps) {
  const props = propsOf(node);
  const isOpen = props.flag('isOpen');
  const place = useRef<HTMLSpanElement>(null);
  const close = useRef(props.action('onClose'));
  close.current = props.action('onClose');

  useEffect(() => {
    if (!isOpen) return;
    const leave = ({ target }: PointerEvent) => {
      if (target instanceof Node && !place.current?.contains(target)) close.current?.();
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close.current?.();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('keydown', escape);
    };
  }, [isOpen]);

  const side = props.text('placement')?.endsWith('end') === true ? 'end' : 'start';
  return (
    <span ref={place} className="ui-kit-popup">
      {trigger}
      {isOpen && (
        <div role={props.text('role') ?? 'dialog'} aria-label={props.text('label')} className={`ui-kit-popup-${side}`}>
          {children}
        </div>
      )}
    </span>
  );
}
