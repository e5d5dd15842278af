import Button, { LinkButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { ReactNode } from 'react';
import { SiteLink } from '../site-link';

const STEPS: readonly { readonly title: string; readonly detail: ReactNode }[] = [
  {
    title: 'Be Erin, an engineer, and open an emergency change',
    detail: (
      <>
        Choose one in <SiteLink href="/issues?project=OPS">the issues of Operations</SiteLink>, or create your own.
      </>
    ),
  },
  {
    title: 'Try Start deployment in its status menu',
    detail: 'Jira refuses, and says what is missing and who can give it.',
  },
  {
    title: 'Switch to Lee, an Engineering Lead, and approve in the panel',
    detail: 'The user switcher is at the top right. The page stays, seen with the eyes of somebody else.',
  },
  { title: 'Switch to Sam of the Security Team, and approve too', detail: 'The panel now says that the gate is open.' },
  { title: 'Start deployment again', detail: 'This time it goes through, and the history shows it.' },
];

export function StartPage({ onCreate }: { readonly onCreate: () => void }) {
  return (
    <div className="page page-narrow">
      <Heading size="xlarge" as="h1">
        Emergency changes, in an embedded Jira
      </Heading>
      <p className="lead">
        The Forge app <strong>Emergency Change</strong> runs here as it would on Jira Cloud, on this machine alone. It
        keeps an emergency change from being deployed until an Engineering Lead and a member of the Security Team have
        approved it as it stands.
      </p>
      <Heading size="medium" as="h2">
        What to try first
      </Heading>
      <ol className="steps">
        {STEPS.map(({ title, detail }) => (
          <li key={title}>
            <span className="step-title">{title}</span>
            <span className="subtle">{detail}</span>
          </li>
        ))}
      </ol>
      <div className="actions">
        <LinkButton appearance="primary" href="/issues?project=OPS">
          See the issues
        </LinkButton>
        <Button onClick={onCreate}>Create an issue</Button>
      </div>
    </div>
  );
}
