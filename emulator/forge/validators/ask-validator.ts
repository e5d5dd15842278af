import * as v from 'valibot';
import type { SiteClock } from '../../clock';
import type { AskValidator, ValidatorAnswer, ValidatorCall } from '../../seams';
import { type AppIdentity, ruleKey } from '../identity';
import type { Invocation, InvocationRequest } from '../invocation';
import type { JiraSide } from '../jira-side';
import type { ForgeLog } from '../log';
import type { Manifest } from '../manifest';
import type { ValidatorModule } from '../manifest-schema';

interface ValidatorParts {
  readonly manifest: Manifest;
  readonly identity: AppIdentity;
  readonly clock: SiteClock;
  readonly log: ForgeLog;
  readonly jira: JiraSide;
  readonly invoke: (request: InvocationRequest) => Promise<Invocation>;
  readonly settings: ValidatorSettings;
}

export interface ValidatorSettings {
  /** Whether the second argument of a validator carries who transitions: unknown on the platform. */
  validatorsKnowThePerson: boolean;
}

const LIMIT_SECONDS = 25;
const NO_WORDS = 'This transition is blocked by a rule of an app.';

/** Asks a rule of the app, by function or by expression. Whatever goes wrong blocks. */
export function createAskValidator(parts: ValidatorParts): AskValidator {
  return async (call) => {
    const module = parts.manifest.validators.find(({ key }) => ruleKey(parts.identity, key) === call.ruleKey);
    if (module === undefined) return { kind: 'failed', reason: `No installed app has the rule ${call.ruleKey}.` };
    const config = configurationOf(call);
    return 'function' in module
      ? askFunction(parts, module, module.function, call, config)
      : askExpression(parts, module, expressionOf(module.expression, config), call, config);
  };
}

function configurationOf({ config }: ValidatorCall): unknown {
  try {
    return config === undefined ? {} : JSON.parse(config);
  } catch {
    return config;
  }
}

/** A stored configuration with an `expression` takes the place of the manifest's. */
const expressionOf = (declared: string, config: unknown): string =>
  v.is(v.object({ expression: v.string() }), config) ? config.expression : declared;

const ResultSchema = v.object({ result: v.boolean(), errorMessage: v.optional(v.string()) });

async function askFunction(
  { manifest, invoke, settings }: ValidatorParts,
  module: ValidatorModule,
  functionKey: string,
  call: ValidatorCall,
  configuration: unknown,
): Promise<ValidatorAnswer> {
  const seesFields = manifest.scopes.some(({ name }) => name === 'read:jira-work');
  const { outcome } = await invoke({
    functionKey,
    moduleKey: module.key,
    payload: {
      issue: { key: call.issueKey },
      configuration,
      transition: {
        from: { id: call.fromStatusId },
        to: { id: call.toStatusId },
        ...(seesFields && { modifiedFields: call.modifiedFields }),
      },
    },
    limitSeconds: LIMIT_SECONDS,
    ...(settings.validatorsKnowThePerson && { accountId: call.accountId }),
  });
  if (outcome?.kind !== 'returned')
    return { kind: 'failed', reason: `${module.key} ${outcome?.kind ?? 'did not end'}` };
  const answer = v.safeParse(ResultSchema, outcome.value);
  if (!answer.success) return { kind: 'failed', reason: `${module.key} returned no result` };
  return answer.output.result
    ? { kind: 'passed' }
    : { kind: 'blocked', message: answer.output.errorMessage ?? declaredMessage(module) };
}

/** Only exactly `true` passes; a string is the message; everything else, errors too, blocks. */
function askExpression(
  { jira, log, clock }: ValidatorParts,
  module: ValidatorModule,
  expression: string,
  call: ValidatorCall,
  config: unknown,
): ValidatorAnswer {
  try {
    const answer = jira.evaluate(expression, { ...call.expressionContext, config });
    if (answer === true) return { kind: 'passed' };
    return { kind: 'blocked', message: typeof answer === 'string' ? answer : declaredMessage(module) };
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    log.notices.push({ at: clock.now(), text: `The expression of validator ${module.key} failed: ${reason}` });
    return { kind: 'blocked', message: declaredMessage(module) };
  }
}

/** A message by expression or translation is not modelled: the rule then blocks in words of its own. */
const declaredMessage = ({ errorMessage }: ValidatorModule) =>
  typeof errorMessage === 'string' ? errorMessage : NO_WORDS;
