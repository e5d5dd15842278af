import type { InvocationError } from '@forge/events';
import * as v from 'valibot';
import { checkProject } from '../application/set-up/daily-check';
import { BrokenChain } from '../domain/row';
import { wireProjects } from '../wiring/wire-projects';
import { retryLater } from './retry-request';

const ProjectIdSchema = v.pipe(v.string(), v.regex(/^\d{1,19}$/));

/** A project to check, or those that are still to be asked for. */
const VisitSchema = v.object({
  body: v.union([v.object({ projectId: ProjectIdSchema }), v.object({ projectIds: v.array(ProjectIdSchema) })]),
});

/** The consumer of the queue of projects whose set-up is to be checked. */
export async function handler(
  event: unknown,
  context: { readonly installContext?: unknown },
): Promise<InvocationError | undefined> {
  try {
    const { body } = v.parse(VisitSchema, event);
    const ports = wireProjects(context.installContext);
    await ('projectId' in body ? checkProject(ports, body.projectId) : ports.projectVisits.ask(body.projectIds));
    return undefined;
  } catch (failure) {
    if (failure instanceof BrokenChain) {
      // Trying again mends no chain; the next day says so again.
      console.error(
        'The settings of a project were changed other than by this app, so that it was not checked.',
        failure,
      );
      return undefined;
    }
    return retryLater('The set-up of a project could not be checked.', failure);
  }
}
