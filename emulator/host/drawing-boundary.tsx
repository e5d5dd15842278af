import SectionMessage from '@atlaskit/section-message';
import { Component, type ReactNode } from 'react';
import { noteInLog } from './note-in-log';

interface DrawingBoundaryProps {
  readonly moduleKey: string;
  readonly children: ReactNode;
}

interface DrawingState {
  readonly problem: string | undefined;
}

/** Keeps a tree that Atlaskit cannot draw from taking the page with it. */
export class DrawingBoundary extends Component<DrawingBoundaryProps, DrawingState> {
  override state: DrawingState = { problem: undefined };

  static getDerivedStateFromError(failure: unknown): DrawingState {
    return { problem: failure instanceof Error ? failure.message : String(failure) };
  }

  override componentDidCatch(failure: unknown): void {
    noteInLog(`What ${this.props.moduleKey} wants to show could not be drawn: ${String(failure)}`);
  }

  override render(): ReactNode {
    if (this.state.problem === undefined) return this.props.children;
    return (
      <SectionMessage appearance="error" title="What the app wants to show could not be drawn">
        <p>{this.state.problem}</p>
      </SectionMessage>
    );
  }
}
