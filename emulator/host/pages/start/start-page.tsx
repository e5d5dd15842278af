import Button, { LinkButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { ReactNode } from 'react';
import { readProjects } from '../../api/issues';
import { useRemote } from '../remote';
import { SiteLink } from '../site-link';

interface Step {
  readonly title: string;
  readonly detail: ReactNode;
}

/** On a site that does not have the demo project. */
const STEPS_OF_ANOTHER_SITE: readonly Step[] = [
  {
    title: 'Be Jo, the Jira administrator',
    detail: 'The user switcher is at the top right. The page stays, seen with the eyes of somebody else.',
  },
  {
    title: 'Choose a project, or create one',
    detail: (
      <>
        They are all listed under <SiteLink href="/projects">Projects</SiteLink>.
      </>
    ),
  },
  {
    title: 'Set the app up for it',
    detail: 'What the app offers to administrators stands in the settings of the project and of the site.',
  },
];

const STEPS: readonly Step[] = [
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
  {
    title: 'Be Sam of the Security Team and approve too; then Pat and Sky, for the two reviews',
    detail: 'Pat does the peer review, Sky the security review. The panel then says that the change is cleared.',
  },
  {
    title: 'Start deployment again, then mark it as deployed',
    detail: (
      <>
        Three subtasks appear with their due dates. Move the clock at the top by business days, and read in{' '}
        <SiteLink href="/outbox">the outbox</SiteLink> what the app tells people.
      </>
    ),
  },
];

const DEMO_PROJECT = 'OPS';

export function StartPage({ onCreate }: { readonly onCreate: () => void }) {
  const { remote } = useRemote('projects', readProjects);
  const isDemo = remote.kind !== 'ready' || remote.value.some(({ key }) => key === DEMO_PROJECT);
  return (
    <div className="page page-narrow">
      <Heading size="xlarge" as="h1">
        Emergency changes, in an embedded Jira
      </Heading>
      <p className="lead">
        The Forge app <strong>Emergency Change</strong> runs here as it would on Jira Cloud, on this machine alone. It
        tells the people who have to know, keeps the change from being deployed until it is approved and reviewed as it
        stands, and sees to the post-mortem and the paperwork afterwards.
      </p>
      <Heading size="medium" as="h2">
        What to try first
      </Heading>
      <ol className="steps">
        {(isDemo ? STEPS : STEPS_OF_ANOTHER_SITE).map(({ title, detail }) => (
          <li key={title}>
            <span className="step-title">{title}</span>
            <span className="subtle">{detail}</span>
          </li>
        ))}
      </ol>
      <div className="actions">
        <LinkButton appearance="primary" href={isDemo ? '/issues?project=OPS' : '/projects'}>
          {isDemo ? 'See the issues' : 'See the projects'}
        </LinkButton>
        <Button onClick={onCreate}>Create an issue</Button>
      </div>
    </div>
  );
}
