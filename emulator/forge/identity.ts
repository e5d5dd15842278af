import { seededRandom } from './seeded-random';

/** Who the installed app is on the embedded site. */
export interface AppIdentity {
  /** The UUID alone, without its ARI. */
  readonly appId: string;
  readonly environmentId: string;
  readonly environmentType: 'PRODUCTION';
  readonly appVersion: string;
  readonly installationId: string;
  readonly cloudId: string;
  /** The account that the app acts as by `asApp()`. */
  readonly appAccountId: string;
}

export function appIdentity(appId: string, appAccountId: string, seed: number): AppIdentity {
  const random = seededRandom(seed);
  return {
    appId,
    environmentId: random.uuid(),
    environmentType: 'PRODUCTION',
    appVersion: '1.0.0',
    installationId: random.uuid(),
    cloudId: random.uuid(),
    appAccountId,
  };
}

/** The site as the platform names it in `installContext` and `contextAri`. */
export const siteAri = (identity: AppIdentity) => `ari:cloud:jira::site/${identity.cloudId}`;

/** The key by which a workflow refers to a rule of this app. */
export const ruleKey = (identity: Pick<AppIdentity, 'appId' | 'environmentId'>, moduleKey: string) =>
  `ari:cloud:ecosystem::extension/${identity.appId}/${identity.environmentId}/static/${moduleKey}`;
