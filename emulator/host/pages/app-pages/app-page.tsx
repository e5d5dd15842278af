import Heading from '@atlaskit/heading';
import type { AppModuleEntry } from '../../api/modules';
import { type Place, placeText } from '../../place';
import { ProblemPage } from '../page-states';
import { usePageTitle } from '../page-title';
import { AppPlace } from './app-place';

interface AppPageProps {
  /** Those that the viewer may see in this place. */
  readonly modules: readonly AppModuleEntry[];
  readonly moduleKey: string;
  readonly place: Place;
}

const reloadPage = () => window.location.reload();

/** A page of the app: Jira draws the title, the app what is below it. */
export function AppPage({ modules, moduleKey, place }: AppPageProps) {
  const module = modules.find((one) => one.moduleKey === moduleKey);
  usePageTitle(module?.title);
  if (module === undefined) {
    return (
      <ProblemPage
        problem={{
          kind: 'refused',
          status: 404,
          messages: ['The app has no such page, or it is not shown to you here.'],
          fieldErrors: {},
        }}
      />
    );
  }
  return (
    <section aria-label={module.title}>
      <div className="app-page-head">
        <Heading size="large" as="h1">
          {module.title}
        </Heading>
      </div>
      <AppPlace key={`${moduleKey}?${placeText(place)}`} module={module} place={place} onRefreshIssue={reloadPage} />
    </section>
  );
}
