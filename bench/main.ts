import type { Bench, Measurement } from './bench';
import { bundleSizes } from './bundle-sizes';
import { largeSite } from './large-site';
import { memory } from './memory';
import { remoteCalls } from './remote-calls';
import { startTime } from './start-time';

const BENCHES: readonly Bench[] = [startTime, memory, largeSite, remoteCalls, bundleSizes];

/** Prints what is measured beside its budget; with words after the command, only benches whose names hold one of them. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2).map((word) => word.toLowerCase());
  for (const { name, measure } of BENCHES) {
    if (wanted.length > 0 && !wanted.some((word) => name.toLowerCase().includes(word))) continue;
    console.log(`\n${name}`);
    try {
      for (const measurement of await measure()) console.log(lineOf(measurement));
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure);
      console.log(`  not measured: ${reason.replaceAll('\n', '\n    ').trim()}`);
    }
  }
}

function lineOf({ what, unit, measured, budget }: Measurement): string {
  const number = (value: number) => (unit === 'calls' ? String(value) : value.toFixed(1)).padStart(9);
  const limit = budget === undefined ? '        -' : number(budget);
  const verdict = budget !== undefined && measured > budget ? '  OVER' : '';
  return `  ${what.padEnd(94)} budget ${limit} ${unit.padEnd(5)} measured ${number(measured)} ${unit.padEnd(5)}${verdict}`;
}

void main().then(() => process.exit(0));
