import type { CredentialKind } from '../anthropic/verdict.ts';
import { startFakeAnthropic } from '../demo/fake-anthropic.ts';
import { createDemoHome, madeUpCredential } from '../demo/demo-home.ts';
import type { HostEnvironment } from '../openclaw/installation.ts';
import { Secret } from '../terminal/secret.ts';
import { onboardWords } from '../words/onboard.ts';
import { goodbyeWords } from '../words/wizard.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from './failure.ts';
import type { RunEnd, Scene } from './interactive-run.ts';
import { print } from './output.ts';
import { playRun } from './play-run.ts';

/**
 * `clawdial demo`: the wizard, or the dashboard, on a made-up OpenClaw, with a fake Anthropic on this machine. Both are gone at the end,
 * also when the process is ended by a signal.
 */
export async function runDemo(scene: Scene, accessible?: boolean): Promise<ExitCode> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new ExpectedFailure(exitCodes.usage, onboardWords.noTerminal, onboardWords.demoAdvice);
  }
  const server = await startFakeAnthropic();
  const home = createDemoHome(server.url, Date.now());
  process.once('exit', home.dispose);
  let end: RunEnd;
  try {
    const demo = { credential: (kind: CredentialKind) => new Secret(madeUpCredential(kind, 'sample')) };
    end = await playRun({ flags: {}, depth: 'message', host: demoHost(home.home), demo, accessible, onDeath: home.dispose }, scene);
  } finally {
    process.removeListener('exit', home.dispose);
    home.dispose();
    await server.close();
  }
  print(goodbyeWords.demo);
  return end === 'demo' ? exitCodes.done : end;
}

/** Nothing of the person's own environment reaches the demo. */
function demoHost(home: string): HostEnvironment {
  return { variables: { HOME: home }, homeDirectory: home, workingDirectory: home, platform: process.platform };
}
