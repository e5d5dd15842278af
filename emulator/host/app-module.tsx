import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { useEffect, useId, useRef, useState } from 'react';
import { followIssues } from './api/issue-stream';
import type { AppFlag } from './app-flag';
import { type Bridge, createBridge } from './bridge';
import { DrawingBoundary } from './drawing-boundary';
import { noteInLog } from './note-in-log';
import type { ForgeNode } from './ui-kit/forge-doc';
import { renderNode } from './ui-kit/render-node';
import './ui-kit/ui-kit.css';

declare global {
  interface Window {
    /** Called by the frames in which apps run; `instance` is the frame's own name. */
    __emulatorBridge?: (instance: string, command: string, data: unknown) => Promise<unknown>;
  }
}

const bridges = new Map<string, Bridge>();

window.__emulatorBridge = (instance, command, data) => {
  const bridge = bridges.get(instance);
  // A frame that is being taken down still calls; nobody waits for the answer.
  return bridge === undefined ? new Promise(() => undefined) : bridge.call(command, data);
};

const broadcast = (event: string, payload: unknown) => bridges.forEach((bridge) => bridge.emit(event, payload));

export interface AppModuleProps {
  readonly moduleKey: string;
  readonly issueKey: string;
  /** Shows a flag, and answers with what takes it away again. */
  readonly onFlag: (flag: AppFlag) => (() => void) | undefined;
  readonly onRefreshIssue: () => void;
  /** Goes to a page of this site. */
  readonly navigate: (path: string) => void;
}

/** Events of the issue reach an app some seconds late on the platform, and a little late here. */
const ISSUE_EVENT_DELAY_MS = 1000;

/** How long an app may take to draw something before the page says that it does not. */
const PATIENCE_MS = 20_000;

/** A UI Kit module of the app: it runs in a frame that is not seen, and what it draws is drawn here with Atlaskit. */
export function AppModule(props: AppModuleProps) {
  const [run, setRun] = useState(0);
  return <AppRun key={run} {...props} onAgain={() => setRun((last) => last + 1)} />;
}

type AppRunProps = AppModuleProps & { readonly onAgain: () => void };

function AppRun({ moduleKey, issueKey, onAgain, ...page }: AppRunProps) {
  const instance = useId();
  const [root, setRoot] = useState<ForgeNode>();
  const [problem, setProblem] = useState<string>();
  const isConnected = useBridge(instance, { moduleKey, issueKey, ...page }, setRoot, setProblem);

  return (
    <div className="ui-kit">
      {root === undefined ? (
        <Waiting problem={problem} onAgain={onAgain} />
      ) : (
        <DrawingBoundary moduleKey={moduleKey}>{renderNode(root)}</DrawingBoundary>
      )}
      {isConnected && (
        <iframe
          hidden
          name={instance}
          title={`App module ${moduleKey}`}
          src={`/emulator/apps/${encodeURIComponent(moduleKey)}?issueKey=${encodeURIComponent(issueKey)}`}
        />
      )}
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
  const { moduleKey, issueKey } = props;
  const page = useRef(props);
  page.current = props;
  const flags = useRef(new Map<string, () => void>());
  const [isConnected, setConnected] = useState(false);

  useEffect(() => {
    const bridge = createBridge({
      moduleKey,
      issueKey,
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
    bridges.set(instance, bridge);
    setConnected(true);
    const unfollow = tellOfIssue(issueKey, bridge);
    const patience = setTimeout(() => onProblem('It has drawn nothing so far.'), PATIENCE_MS);
    return () => {
      clearTimeout(patience);
      unfollow();
      bridges.delete(instance);
    };
  }, [instance, moduleKey, issueKey, onDraw, onProblem]);

  return isConnected;
}

/** Tells the module of what happens to its issue. */
function tellOfIssue(issueKey: string, bridge: Bridge): () => void {
  const pending = new Set<ReturnType<typeof setTimeout>>();
  const unfollow = followIssues(({ issueKey: changed, issueId, projectId }) => {
    if (changed !== issueKey) return;
    const timer = setTimeout(() => {
      pending.delete(timer);
      bridge.emit('JIRA_ISSUE_CHANGED', { issueId, projectId });
    }, ISSUE_EVENT_DELAY_MS);
    pending.add(timer);
  });
  return () => {
    pending.forEach(clearTimeout);
    unfollow();
  };
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
