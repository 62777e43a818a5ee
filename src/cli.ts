#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { oldNodeWords } from './words/en/start.ts';

/** What OpenClaw 2026.2.24 itself needs (facts, openclaw-2026.2), and the first Node with all that we use. */
const oldest: readonly [number, number] = [22, 12];

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}

if (isTooOld(process.versions.node)) {
  // Nothing else is loaded: on an old Node the program itself might not even parse.
  writeSync(2, `${oldNodeWords(process.versions.node)}\n`);
  process.exit(1);
}

const { runProgram } = await import('./commands/program.ts');
await runProgram(process.argv.slice(2));
