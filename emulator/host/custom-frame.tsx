import { useEffect, useRef, useState } from 'react';

interface CustomFrameProps {
  readonly name: string;
  readonly src: string;
  readonly title: string;
}

const LEAST_HEIGHT = 320;

/** What an app of this repository may do in its frame. It is of this site, as the bridge passes live functions. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-downloads';

/** A Custom UI module in a frame as high as what it shows. */
export function CustomFrame(props: CustomFrameProps) {
  const [height, setHeight] = useState(LEAST_HEIGHT);
  const stop = useRef<() => void>(undefined);
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null);
  useEffect(() => {
    if (frame === null) return;
    const follow = () => {
      stop.current?.();
      const body = frame.contentDocument?.body;
      if (body === undefined) return;
      const observer = new ResizeObserver(() => setHeight(Math.max(LEAST_HEIGHT, body.scrollHeight)));
      observer.observe(body);
      stop.current = () => observer.disconnect();
    };
    frame.addEventListener('load', follow);
    return () => {
      frame.removeEventListener('load', follow);
      stop.current?.();
    };
  }, [frame]);
  return <iframe {...props} ref={setFrame} sandbox={SANDBOX} className="custom-frame" height={height} />;
}
