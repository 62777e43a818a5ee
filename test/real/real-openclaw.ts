import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram, type ProgramEnd } from '../../src/openclaw-program/run-program.ts';
import { Secret } from '../../src/terminal/secret.ts';
import type { InstalledRelease } from './install.ts';

/** The slowest command of OpenClaw takes about 15 s on a free machine. */
const deadlineMs = 180_000;

/** The home of an operator, in a temporary place, with one release of OpenClaw on PATH. */
export class RealHome {
  readonly home: string;
  readonly #bin: string;

  private constructor(home: string, bin: string) {
    this.home = home;
    this.#bin = bin;
  }

  static async make({ release, bin }: InstalledRelease): Promise<RealHome> {
    const home = await realpath(await mkdtemp(join(tmpdir(), `clawdial-real-${release.version}-`)));
    await mkdir(join(home, 'tmp'));
    return new RealHome(home, bin);
  }

  get stateDir(): string {
    return join(this.home, '.openclaw');
  }

  get configPath(): string {
    return join(this.stateDir, 'openclaw.json');
  }

  /** What both programs are started with: nothing of the machine's owner, and nothing that reaches out. */
  get environment(): Readonly<Record<string, string>> {
    return {
      HOME: this.home,
      PATH: `${this.#bin}:/usr/bin:/bin`,
      TMPDIR: join(this.home, 'tmp'),
      XDG_CONFIG_HOME: join(this.home, '.config'),
      LANG: 'C.UTF-8',
      NO_COLOR: '1',
      OPENCLAW_OFFLINE: '1',
      OPENCLAW_NO_AUTO_UPDATE: '1',
      OPENCLAW_TELEMETRY: '0',
      OPENCLAW_DISABLE_BONJOUR: '1',
    };
  }

  /** Runs the real `openclaw`. @param input what comes on standard input */
  openclaw(argv: readonly string[], input: string | null = null): Promise<ProgramEnd> {
    return this.#run(join(this.#bin, 'openclaw'), argv, input);
  }

  /** Runs the built clawdial. */
  clawdial(argv: readonly string[], input: string | null = null): Promise<ProgramEnd> {
    return this.#run(process.execPath, [join(import.meta.dirname, '../../dist/clawdial.js'), ...argv], input);
  }

  dispose(): Promise<void> {
    return rm(this.home, { recursive: true, force: true });
  }

  #run(program: string, argv: readonly string[], input: string | null): Promise<ProgramEnd> {
    return runProgram({
      program,
      argv,
      environment: new Map(Object.entries(this.environment).map(([name, value]) => [name, new Secret(value)])),
      workingDirectory: this.home,
      input: input === null ? null : new Secret(input),
      deadlineMs,
    });
  }
}
