import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { useEffect, useId, useRef, useState } from 'react';
import type { AppModuleEntry } from './api/modules';
import { broadcast, connect } from './app-bridges';
import type { AppFlag } from './app-flag';
import { createBridge } from './bridge';
import { CustomFrame } from './custom-frame';
import { DrawingBoundary } from './drawing-boundary';
import { noteInLog } from './note-in-log';
import { type Place, placeParameters } from './place';
import { tellOfIssue } from './tell-of-issue';
import type { ForgeNode } from './ui-kit/forge-doc';
import { renderNode } from './ui-kit/render-node';
import './ui-kit/ui-kit.css';

export interface AppModuleProps {
  readonly module: AppModuleEntry;
  readonly place: Place;
  /** Shows a flag, and answers with what takes it away again. */
  readonly onFlag: (flag: AppFlag) => (() => void) | undefined;
  readonly onRefreshIssue: () => void;
  /** Goes to a page of this site. */
  readonly navigate: (path: string) => void;
}

/** How long an app may take to draw something before the page says that it does not. */
const PATIENCE_MS = 20_000;

/**
 * A module of the app. UI Kit runs in a frame that is not seen, and what it draws is drawn here with Atlaskit; Custom UI
 * is seen in its frame.
 */
export function AppModule(props: AppModuleProps) {
  const [run, setRun] = useState(0);
  return <AppRun key={run} {...props} onAgain={() => setRun((last) => last + 1)} />;
}

type AppRunProps = AppModuleProps & { readonly onAgain: () => void };

function AppRun({ onAgain, ...props }: AppRunProps) {
  const { module, place } = props;
  const instance = useId();
  const [root, setRoot] = useState<ForgeNode>();
  const [problem, setProblem] = useState<string>();
  const isConnected = useBridge(instance, props, setRoot, setProblem);
  const frame = {
    name: instance,
    src: `/emulator/apps/${encodeURIComponent(module.moduleKey)}?${new URLSearchParams(placeParameters(place)).toString()}`,
  };
  if (module.render === 'custom') {
    return (
      <div className="ui-kit">
        {problem !== undefined && <Waiting problem={problem} onAgain={onAgain} />}
        {isConnected && <CustomFrame {...frame} title={module.title} />}
      </div>
    );
  }
  return (
    <div className="ui-kit">
      {root === undefined || (problem !== undefined && root.children.length === 0) ? (
        <Waiting problem={problem} onAgain={onAgain} />
      ) : (
        <DrawingBoundary moduleKey={module.moduleKey}>{renderNode(root)}</DrawingBoundary>
      )}
      {isConnected && <iframe hidden {...frame} title={`App module ${module.moduleKey}`} />}
    </div>
  );
}

/** Connects the frame of that name to the page; true once the frame may be loaded. */
function useBridge(
  instance: string,
  props: AppModuleProps,
  onDraw: (root: ForgeNode) => void,
  onProblem: (problem: string) => void,
): boolean {
  const { moduleKey, render } = props.module;
  const page = useRef(props);
  page.current = props;
  const flags = useRef(new Map<string, () => void>());
  const [isConnected, setConnected] = useState(false);

  useEffect(() => {
    const { place } = page.current;
    const bridge = createBridge({
      moduleKey,
      place,
      onDraw,
      onBroken: (message) => {
        noteInLog(`The front end of ${moduleKey} broke: ${message}`);
        onProblem(message);
      },
      onFlag: (flag) => {
        flags.current.get(flag.id)?.();
        const takeAway = page.current.onFlag(flag);
        if (takeAway !== undefined) flags.current.set(flag.id, takeAway);
      },
      onCloseFlag: (id) => flags.current.get(id)?.(),
      onRefreshIssue: () => page.current.onRefreshIssue(),
      navigate: (path) => page.current.navigate(path),
      openTab: (address) => void window.open(address, '_blank', 'noopener'),
      mayLeave: (href) => window.confirm(`The app wants to open ${href} in a new tab.`),
      reloadPage: () => window.location.reload(),
      broadcast,
    });
    const disconnect = connect(instance, bridge);
    setConnected(true);
    const unfollow = place.kind === 'issue' ? tellOfIssue(place.issueKey, bridge) : () => undefined;
    // What Custom UI shows, if anything, is between it and its frame.
    const patience =
      render === 'native' ? setTimeout(() => onProblem('It has drawn nothing so far.'), PATIENCE_MS) : undefined;
    return () => {
      clearTimeout(patience);
      unfollow();
      disconnect();
    };
  }, [instance, moduleKey, render, onDraw, onProblem]);

  return isConnected;
}

interface WaitingProps {
  readonly problem: string | undefined;
  readonly onAgain: () => void;
}

function Waiting({ problem, onAgain }: WaitingProps) {
  if (problem === undefined) return <Spinner label="Loading the app" />;
  return (
    <SectionMessage appearance="error" title="The app does not show anything">
      <p>{problem}</p>
      <p>The log of the embedded Jira may say more.</p>
      <Button onClick={onAgain}>Load it again</Button>
    </SectionMessage>
  );
}
