import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import type { AppModuleEntry } from '../../api/modules';
import type { ProjectDetails } from '../../api/projects';
import type { ProjectPlace } from '../router';
import { SiteLink } from '../site-link';
import { ProjectPicture } from './project-picture';

interface ProjectHeadProps {
  readonly project: ProjectDetails;
  readonly page: ProjectPlace;
  readonly modules: readonly AppModuleEntry[];
  readonly hasSettings: boolean;
}

/** The project's name and what there is in it. */
export function ProjectHead({ project, page, modules, hasSettings }: ProjectHeadProps) {
  const base = `/projects/${encodeURIComponent(project.key)}`;
  return (
    <div className="project-head">
      <Breadcrumbs label="Breadcrumbs">
        <BreadcrumbsItem href="/projects" text="Projects" />
        <BreadcrumbsItem href={base} text={project.key} />
      </Breadcrumbs>
      <div className="project-name">
        <ProjectPicture name={project.name} />
        {project.name}
      </div>
      <nav aria-label={project.name} className="tab-links">
        <TabLink href={base} isHere={page.kind === 'issues'} text="Issues" />
        {modules.map(({ moduleKey, title }) => (
          <TabLink
            key={moduleKey}
            href={`${base}/apps/${encodeURIComponent(moduleKey)}`}
            isHere={page.kind === 'app' && page.moduleKey === moduleKey}
            text={title}
          />
        ))}
        {hasSettings && <TabLink href={`${base}/settings`} isHere={page.kind === 'settings'} text="Project settings" />}
      </nav>
    </div>
  );
}

interface TabLinkProps {
  readonly href: string;
  readonly isHere: boolean;
  readonly text: string;
}

const TabLink = ({ href, isHere, text }: TabLinkProps) => (
  <SiteLink href={href} className="tab-link" aria-current={isHere ? 'page' : undefined}>
    {text}
  </SiteLink>
);
