import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { useEffect, useId, useRef, useState } from 'react';
import { followIssues } from './api/issue-stream';
import { type AppFlag, type Bridge, createBridge } from './bridge';
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
  return bridge === undefined ? new Promise(() => undefined) : bridge.call(command, data);
};

interface AppModuleProps {
  readonly moduleKey: string;
  readonly issueKey: string;
  readonly onFlag: (flag: AppFlag) => void;
  readonly onRefreshIssue: () => void;
  readonly navigate: (address: string) => void;
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

function AppRun({ moduleKey, issueKey, onAgain, ...page }: AppModuleProps & { readonly onAgain: () => void }) {
  const instance = useId();
  const [root, setRoot] = useState<ForgeNode>();
  const [isLate, setLate] = useState(false);
  const latest = useRef({ ...page, onAgain });
  latest.current = { ...page, onAgain };
  const [ready, setReady] = useState(false);

  useEffect(() => {
    const bridge = createBridge({
      moduleKey,
      issueKey,
      onDraw: setRoot,
      onFlag: (flag) => latest.current.onFlag(flag),
      onRefreshIssue: () => latest.current.onRefreshIssue(),
      navigate: (address) => latest.current.navigate(address),
      openTab: (address) => void window.open(address, '_blank', 'noopener'),
      reload: () => latest.current.onAgain(),
    });
    bridges.set(instance, bridge);
    setReady(true);
    const unfollow = followIssues(({ issueKey: changed, issueId, projectId }) => {
      if (changed === issueKey) {
        setTimeout(() => bridge.emit('JIRA_ISSUE_CHANGED', { issueId, projectId }), ISSUE_EVENT_DELAY_MS);
      }
    });
    const patience = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => {
      clearTimeout(patience);
      unfollow();
      bridges.delete(instance);
    };
  }, [instance, moduleKey, issueKey]);

  return (
    <div className="ui-kit">
      {root === undefined ? <Waiting isLate={isLate} onAgain={onAgain} /> : renderNode(root)}
      {ready && (
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

function Waiting({ isLate, onAgain }: { readonly isLate: boolean; readonly onAgain: () => void }) {
  if (!isLate) return <Spinner label="Loading the app" />;
  return (
    <SectionMessage appearance="error" title="The app does not show anything">
      <p>It has drawn nothing so far. The log of the embedded Jira may say why.</p>
      <Button onClick={onAgain}>Load it again</Button>
    </SectionMessage>
  );
}
