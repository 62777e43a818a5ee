import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addProfile, saidOf } from './add-profile.ts';
import type { FaultCount } from './fault-row.ts';
import { bundled } from './programs.ts';
import { hit, pointsIn, trace, type Point, type Traced } from './strace.ts';

const secret = `sk-ant-api03-${'k'.repeat(93)}AA`;
const oldText = '{\n  "version": 1,\n  "profiles": {\n    "anthropic:old": { "type": "api_key", "provider": "anthropic", "key": "old" }\n  }\n}\n';

/** How the store is before a try. */
export const beginnings = ['a store that is there', 'a store that is not there yet', 'a stale lock', 'a symlink'] as const;
export type Beginning = (typeof beginnings)[number];

/** Names that may lie in the directory after a run that ended well. */
const proper = /(?:^|\/)(?:auth-profiles\.json|dotfiles|real\.json)(?:\.clawdial-backup-\d{8}T\d{6}Z(?:-\d{3})?)?$/u;

/** A directory in which one save after the other meets a fault. */
export class CrashSite {
  readonly #directory: string;
  readonly #beginning: Beginning;
  readonly #place: string;
  readonly #store: string;

  constructor(directory: string, beginning: Beginning) {
    this.#directory = directory;
    this.#beginning = beginning;
    this.#place = join(directory, 'agent');
    this.#store = join(this.#place, 'auth-profiles.json');
    mkdirSync(directory, { recursive: true });
  }

  /** The system calls of a save that nothing disturbs, as far as they touch the store's directory. */
  async points(): Promise<readonly Point[]> {
    this.#begin();
    const dry = await trace(this.#directory, this.#args(), null);
    if (dry.output !== 'OK\n') throw new Error(dry.output);
    return pointsIn(dry.lines, this.#place);
  }

  /** One save with a fault at a point, judged; then one without. */
  async try(count: FaultCount, point: Point, fault: string): Promise<void> {
    const run = await this.#run(point, fault);
    const where = `${fault} at ${point.line}`;
    const state = this.#held();
    const saidSaved = run.output.endsWith('OK\n');
    count.tries += 1;
    if (state === 'torn') count.torn(where);
    if (saidSaved && state !== 'new') count.lost(`said to be saved, but was not: ${where}`);
    if (!run.killed && !saidSaved && state === 'new') count.lost(`said to have failed, but was saved: ${where}: ${run.output}`);
    if (run.output.includes(secret)) count.leaked(`in the output: ${where}`);
    // For these the next run is this process: to a store, one writer is as good as another.
    for (const id of ['anthropic:new', 'anthropic:next']) {
      const said = await this.#next(id);
      if (said !== 'OK') count.lost(`the next run does not work: ${where}: ${said}`);
    }
    if (this.#held() !== 'new') count.lost(`not there after the next run: ${where}`);
    for (const name of this.#litter()) count.leaked(`${name} after ${where}`);
  }

  async #next(id: string): Promise<string> {
    try {
      return saidOf(await addProfile({ path: this.#store, id, key: secret }));
    } catch (error) {
      return String(error);
    }
  }

  #args(): readonly string[] {
    return [bundled('writer'), this.#store, 'anthropic:new', secret];
  }

  /** Counts anew when the runtime's own calls shifted the count: they are not the same in every run. */
  async #run(point: Point, fault: string): Promise<Traced> {
    let aimed = point;
    for (let tries = 1; ; tries += 1) {
      this.#begin();
      const run = await trace(this.#directory, this.#args(), `${aimed.call}:${fault}:when=${aimed.count}`);
      if (hit(run.lines, this.#place, fault.startsWith('signal='))) return run;
      if (tries === 10) throw new Error(`${fault} never hit ${point.line}`);
      aimed = (await this.points()).find(({ call, ordinal }) => call === point.call && ordinal === point.ordinal) ?? point;
    }
  }

  #begin(): void {
    rmSync(this.#place, { recursive: true, force: true });
    if (this.#beginning === 'a store that is not there yet') return;
    mkdirSync(this.#place, { mode: 0o700 });
    if (this.#beginning === 'a symlink') {
      mkdirSync(join(this.#place, 'dotfiles'), { mode: 0o700 });
      writeFileSync(join(this.#place, 'dotfiles', 'real.json'), oldText, { mode: 0o600 });
      symlinkSync('dotfiles/real.json', this.#store);
      return;
    }
    writeFileSync(this.#store, oldText, { mode: 0o600 });
    if (this.#beginning === 'a stale lock') writeFileSync(`${this.#store}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, createdAt: new Date().toISOString() }));
  }

  #held(): 'old' | 'new' | 'torn' {
    const before = this.#beginning === 'a store that is not there yet' ? null : oldText;
    const text = existsSync(this.#store) ? readFileSync(this.#store, 'utf8') : null;
    if (text === before) return 'old';
    try {
      const { profiles } = JSON.parse(text ?? '');
      const kept = before === null || profiles['anthropic:old'].key === 'old';
      return kept && profiles['anthropic:new'].key === secret ? 'new' : 'torn';
    } catch {
      return 'torn';
    }
  }

  /** Locks, and temporary files, which hold secrets. */
  #litter(): readonly string[] {
    return readdirSync(this.#place, { recursive: true, encoding: 'utf8' }).filter((name) => !proper.test(name));
  }
}
