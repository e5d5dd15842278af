import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';

/** Who works with a site's file. */
const HolderSchema = v.object({ pid: v.number(), url: v.string() });

export type Lock =
  | { readonly kind: 'held'; readonly release: () => void }
  /** Somebody else has it: by process id and address. */
  | { readonly kind: 'taken'; readonly pid: number; readonly url: string };

/** Takes the lock file at `path`, also from a process that is gone: two programs must not write the same site. */
export function lockSite(path: string, url: string): Lock {
  const mine = JSON.stringify({ pid: process.pid, url });
  for (;;) {
    if (created(path, mine)) return { kind: 'held', release: () => rmSync(path, { force: true }) };
    const holder = holderOf(path);
    if (holder !== undefined && holder.pid !== process.pid && isAlive(holder.pid)) return { kind: 'taken', ...holder };
    rmSync(path, { force: true });
  }
}

function created(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'EEXIST') return false;
    throw failure;
  }
}

function holderOf(path: string): v.InferOutput<typeof HolderSchema> | undefined {
  try {
    const holder = v.safeParse(HolderSchema, JSON.parse(readFileSync(path, 'utf8')));
    return holder.success ? holder.output : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (failure) {
    return failure instanceof Error && 'code' in failure && failure.code === 'EPERM';
  }
}
