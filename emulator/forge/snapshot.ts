import * as v from 'valibot';
import type { Agenda } from './agenda';
import { DisorderSchema } from './events/disorder';
import type { ProductEvents } from './events/product-events';
import { PlannedJobSchema } from './job';
import { KvsSnapshotSchema } from './kvs/kvs-snapshot';
import type { KvsStore } from './kvs/store';
import { QueueSnapshotSchema } from './queue/queue-snapshot';
import type { QueueService } from './queue/queue-service';
import type { Scheduler } from './scheduler/scheduler';
import type { SeededRandom } from './seeded-random';

/** Everything that the embedded Forge knows of its app, as plain JSON; times are epoch milliseconds. */
export const ForgeSnapshotSchema = v.object({
  kvs: KvsSnapshotSchema,
  /** Events, messages and scheduled runs that wait, or were being delivered: those are delivered once more. */
  agenda: v.array(PlannedJobSchema),
  queue: QueueSnapshotSchema,
  /** The scheduled triggers of the app at the time; with other ones in the manifest all start anew. */
  schedule: v.string(),
  disorder: DisorderSchema,
  random: v.object({ ids: v.number(), chance: v.number() }),
});

export type ForgeSnapshot = v.InferOutput<typeof ForgeSnapshotSchema>;

export interface KeptParts {
  readonly kvs: { readonly store: KvsStore };
  readonly agenda: Agenda;
  readonly queue: QueueService;
  readonly scheduler: Scheduler;
  readonly events: ProductEvents;
  readonly ids: SeededRandom;
  readonly chance: SeededRandom;
}

export const snapshotOf = ({ kvs, agenda, queue, scheduler, events, ids, chance }: KeptParts): ForgeSnapshot => ({
  kvs: kvs.store.snapshot(),
  agenda: [...agenda.snapshot()],
  queue: queue.snapshot(),
  schedule: scheduler.fingerprint(),
  disorder: events.disorderNow(),
  random: { ids: ids.state(), chance: chance.state() },
});

/** A change of the scheduled triggers counts as a deployment: https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/ */
export function bringBack(parts: KeptParts, snapshot: ForgeSnapshot): void {
  const { kvs, agenda, queue, scheduler, events, ids, chance } = parts;
  const sameSchedule = snapshot.schedule === scheduler.fingerprint();
  kvs.store.restore(snapshot.kvs);
  agenda.restore(snapshot.agenda.filter(({ job }) => sameSchedule || job.kind !== 'scheduled'));
  queue.restore(snapshot.queue);
  if (!sameSchedule) scheduler.start();
  events.disorder(snapshot.disorder);
  ids.goOnFrom(snapshot.random.ids);
  chance.goOnFrom(snapshot.random.chance);
}
