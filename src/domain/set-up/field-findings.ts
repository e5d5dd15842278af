import type { Policy } from '../policy';
import { listOf } from '../words';
import { type FieldFacts, type ProjectConfiguration, type TypeScreens, valueOf } from './configuration';
import type { Finding } from './finding';

type Use = keyof TypeScreens;

/** The kind field, and the app's own field. Jira never shows the app's on a screen to create or to edit. */
export function fieldFindings(configuration: ProjectConfiguration, { kindField }: Policy): readonly Finding[] {
  const { appField, kindFields } = configuration;
  const [kind, ...others] = kindFields;
  return [
    ...(appField === null ? [APP_FIELD_MISSING] : offScreens(configuration, APP_FIELD, appField, ['view'])),
    ...(kind === undefined ? [kindMissing(kindField)] : []),
    ...(others.length > 0 ? [kindTwice(kindField)] : []),
    ...(kind === undefined || others.length > 0
      ? []
      : offScreens(configuration, KIND_FIELD, kind, ['create', 'edit', 'view'])),
  ];
}

interface ShownField {
  readonly idPart: string;
  readonly risk: string;
}

const APP_FIELD: ShownField = {
  idPart: 'app-field',
  risk: 'Nobody sees on the issue what searches and reports say about it.',
};
const KIND_FIELD: ShownField = {
  idPart: 'kind-field',
  risk: 'Nobody can say what kind of critical issue it is, so an approval does not cover that.',
};

const USE: Readonly<Record<Use, string>> = { create: 'create', edit: 'edit', view: 'view' };

/** One finding for each screen, since one may serve for several uses. */
function offScreens(
  { screens, emergencyType }: ProjectConfiguration,
  { idPart, risk }: ShownField,
  field: FieldFacts,
  uses: readonly Use[],
): readonly Finding[] {
  const ofType = valueOf(screens) ?? undefined;
  const onScreens = valueOf(field.onScreens);
  if (ofType === undefined || onScreens === undefined) return [];
  const missing = [...new Set(uses.map((use) => ofType[use]))].filter((screenId) => !onScreens.includes(screenId));
  return missing.map((screenId) => {
    const purpose = listOf(uses.filter((use) => ofType[use] === screenId).map((use) => USE[use]));
    const screen = `the screen to ${purpose} ${emergencyType?.name ?? ''}`;
    return {
      id: `${idPart}-off-screen:${screenId}`,
      severity: 'warning',
      title: `Field ${field.name} is not on ${screen}`,
      risk,
      mend: `Add the field ${field.name} to ${screen}.`,
      stepId: 'screens',
    };
  });
}

const APP_FIELD_MISSING: Finding = {
  id: 'app-field-missing',
  severity: 'hole',
  title: "The app's field EmergencyChange is not installed",
  risk: 'Searches, filters and reports cannot see the state of any change.',
  mend: 'Update the Emergency Change app on this site.',
  stepId: null,
};

const kindMissing = (name: string): Finding => ({
  id: 'kind-field-missing',
  severity: 'warning',
  title: `There is no field "${name}"`,
  risk: KIND_FIELD.risk,
  mend: `Create the select field "${name}", or name another one in the settings.`,
  stepId: 'kind-field',
});

const kindTwice = (name: string): Finding => ({
  id: 'kind-field-twice',
  severity: 'warning',
  title: `This site has more than one field "${name}"`,
  risk: 'The app cannot tell which one is meant and reads none of them.',
  mend: 'Give the fields different names.',
  stepId: null,
});
