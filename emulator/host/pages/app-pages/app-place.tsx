import { useFlags } from '@atlaskit/flag';
import type { AppModuleEntry } from '../../api/modules';
import { appFlagLook } from '../../app-flag-look';
import { AppModule } from '../../app-module';
import type { Place } from '../../place';
import { navigate } from '../router';

interface AppPlaceProps {
  readonly module: AppModuleEntry;
  readonly place: Place;
  /** Reads again what the page shows of Jira's own. */
  readonly onRefreshIssue: () => void;
}

/** A module of the app on a page of this site. */
export function AppPlace(props: AppPlaceProps) {
  const { showFlag } = useFlags();
  return <AppModule {...props} onFlag={(flag) => showFlag(appFlagLook(flag))} navigate={navigate} />;
}
