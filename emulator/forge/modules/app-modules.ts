import type { SiteClock } from '../../clock';
import type { AppIdentity } from '../identity';
import type { Invocation, InvocationRequest } from '../invocation';
import type { JiraSide } from '../jira-side';
import type { ForgeLog } from '../log';
import type { Manifest } from '../manifest';
import type { UiModuleKind } from '../ui-module-kind';
import { conditionsHold } from './display-conditions';
import { contextOf, type ModuleContext } from './module-context';
import { NotHere, type Place, viewingOf, type Viewing } from './place';

/** A panel or a page of the app as the host page needs it. */
export interface AppModule {
  readonly kind: UiModuleKind;
  readonly moduleKey: string;
  readonly title: string;
  readonly resourceKey: string;
  /** UI Kit, or a folder of one's own that runs in a frame. */
  readonly render: 'native' | 'custom';
  /** As the manifest has it: `resource:key;path`, or an address. */
  readonly icon?: string;
}

export interface ResolverCall extends Place {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly payload: unknown;
}

export interface AppModules {
  /** The modules of that kind which the person is shown at the place; none where he may not be. */
  of(kind: UiModuleKind, place: Place): readonly AppModule[];
  /** Whoever may see it; undefined if the app has none of that key. */
  named(moduleKey: string): AppModule | undefined;
  /** What `view.getContext()` answers in the module. Throws NotHere. */
  context(moduleKey: string, place: Place): ModuleContext;
  /** Calls the module's resolver as the front end does by `invoke`. Rejects with NotHere. */
  invoke(call: ResolverCall): Promise<Invocation>;
}

interface ModuleParts {
  readonly manifest: Manifest;
  readonly identity: AppIdentity;
  readonly clock: SiteClock;
  readonly log: ForgeLog;
  readonly jira: JiraSide;
  readonly invoke: (request: InvocationRequest) => Promise<Invocation>;
}

type Declared = Manifest['uiModules'][number];

const LIMIT_SECONDS = 25;

export function createAppModules(parts: ModuleParts): AppModules {
  const { manifest, jira, log, clock, invoke } = parts;
  for (const { key, pages, sections } of manifest.uiModules) {
    if (pages ?? sections) log.unmodelled.push({ at: clock.now(), what: `${key}: subpages` });
  }
  const declared = (moduleKey: string): Declared => {
    const module = manifest.uiModules.find(({ key }) => key === moduleKey);
    if (module === undefined) throw new NotHere(`The app has no panel or page ${moduleKey}.`);
    return module;
  };
  const context = (moduleKey: string, place: Place): ModuleContext => {
    const { kind } = declared(moduleKey);
    return contextOf(parts, { kind, moduleKey, viewing: viewingOf(jira, kind, place) });
  };
  return {
    context,
    of(kind, place) {
      const viewing = viewingOrNothing(jira, kind, place);
      if (viewing === undefined) return [];
      const candidates = manifest.uiModules.filter((module) => module.kind === kind);
      return candidates.filter((module) => isShown(parts, module, viewing)).map(moduleOf);
    },
    named(moduleKey) {
      const module = manifest.uiModules.find(({ key }) => key === moduleKey);
      return module && moduleOf(module);
    },
    async invoke({ moduleKey, functionKey, payload, ...place }) {
      const { resolver } = declared(moduleKey);
      const shown = context(moduleKey, place);
      if (resolver === undefined) throw new NotHere(`The module ${moduleKey} has no resolver.`);
      return invoke({
        functionKey: resolver.function,
        moduleKey,
        payload: { call: { functionKey, payload }, context: shown },
        accountId: place.accountId,
        limitSeconds: LIMIT_SECONDS,
      });
    },
  };
}

function viewingOrNothing(jira: JiraSide, kind: UiModuleKind, place: Place): Viewing | undefined {
  try {
    return viewingOf(jira, kind, place);
  } catch (failure) {
    if (failure instanceof NotHere) return undefined;
    throw failure;
  }
}

function isShown({ jira, log, clock }: ModuleParts, module: Declared, viewing: Viewing): boolean {
  try {
    return module.displayConditions === undefined || conditionsHold(jira, viewing, module.displayConditions);
  } catch (failure) {
    const what = failure instanceof Error ? failure.message : String(failure);
    log.unmodelled.push({ at: clock.now(), what: `${module.key}: ${what}` });
    return false;
  }
}

const moduleOf = ({ kind, key, title, resource, render, icon }: Declared): AppModule => ({
  kind,
  moduleKey: key,
  title,
  resourceKey: resource,
  render: render === 'native' ? 'native' : 'custom',
  ...(icon === undefined ? {} : { icon }),
});
