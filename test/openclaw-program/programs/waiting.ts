// Runs a program that never ends and writes its pid into the file that is named.
import { runProgram } from '../../../src/openclaw-program/run-program.ts';

const [, , pidFile = ''] = process.argv;
await runProgram({
  program: process.execPath,
  argv: ['-e', "require('fs').writeFileSync(process.argv[1], process.pid + '\\n'); setInterval(() => 0, 1000);", pidFile],
  environment: new Map(),
  workingDirectory: '/',
  input: null,
  deadlineMs: 60_000,
});
