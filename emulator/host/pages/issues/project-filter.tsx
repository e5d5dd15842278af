import type { Project } from '../../api/issue-shape';
import { SiteLink } from '../site-link';

interface ProjectFilterProps {
  readonly projects: readonly Project[];
  readonly chosen: string | undefined;
}

/** Links, so that a choice has an address. */
export function ProjectFilter({ projects, chosen }: ProjectFilterProps) {
  return (
    <nav aria-label="Project" className="filter">
      <SiteLink href="/issues" className="filter-link" aria-current={chosen === undefined ? 'page' : undefined}>
        All projects
      </SiteLink>
      {projects.map(({ id, key, name }) => (
        <SiteLink
          key={id}
          href={`/issues?project=${encodeURIComponent(key)}`}
          className="filter-link"
          aria-current={chosen === key ? 'page' : undefined}
        >
          {name}
        </SiteLink>
      ))}
    </nav>
  );
}
