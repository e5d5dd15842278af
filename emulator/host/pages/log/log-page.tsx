import Heading from '@atlaskit/heading';
import { LogSections } from './log-sections';

export function LogPage() {
  return (
    <div className="page">
      <Heading size="large" as="h1">
        Log
      </Heading>
      <p className="subtle">
        What the app wrote, and what it or anybody else asked for that the embedded Jira does not model.
      </p>
      <LogSections />
    </div>
  );
}
