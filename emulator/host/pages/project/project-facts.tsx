import Heading from '@atlaskit/heading';
import type { ProjectDetails } from '../../api/projects';
import { Fact } from '../fact';
import { PersonName } from '../people/person-name';

/** What the project is. Changing that is not part of these pages. */
export function ProjectFacts({ project }: { readonly project: ProjectDetails }) {
  const isTeamManaged = project.simplified || project.style === 'next-gen';
  return (
    <section aria-label="Details">
      <div className="app-page-head">
        <Heading size="large" as="h1">
          Details
        </Heading>
      </div>
      <dl className="facts">
        <Fact label="Name">{project.name}</Fact>
        <Fact label="Key">{project.key}</Fact>
        <Fact label="Type">{isTeamManaged ? 'Team-managed software' : 'Company-managed software'}</Fact>
        <Fact label="Project lead">
          <PersonName person={project.lead} nobody="None" />
        </Fact>
        <Fact label="Work types">{project.issueTypes.map(({ name }) => name).join(', ')}</Fact>
      </dl>
    </section>
  );
}
