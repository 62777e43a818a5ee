import { render, type Instance } from 'ink';
import type { ReactElement } from 'react';
import type { ThemeSettings } from '../../components/theme.ts';
import { terminalCapabilities } from '../terminal/capabilities.ts';
import { KeyFeed } from '../terminal/key-feed.ts';
import { guardTerminal, type TerminalGuard } from '../terminal/lifecycle.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import { onboardWords } from '../words/onboard.ts';
import { chooseTheme, preferredTheme } from './choose-theme.ts';
import { ExpectedFailure, exitCodes } from './failure.ts';
import { mayDie } from './may-die.ts';
import type { SuspendTerminal } from './onboard/hand-over.ts';

export interface FullScreenOptions {
  /** Undoes what the program made beside OpenClaw's files, when it dies of a signal. */
  readonly onDeath?: () => void;
  /** What to do where no screen can be shown. */
  readonly advice: SafeText;
}

/** One app on the screen. */
export interface Scene {
  /** @param leave ends the scene; what comes next is decided by who played it */
  readonly draw: (leave: () => void) => ReactElement;
  /** The terminal is gone, or stdin was closed. */
  readonly onEnd: () => void;
}

/**
 * The terminal while the program draws on all of it: raw mode, keys one at a time, the alternate screen, and the guard
 * that puts everything back however the program ends. Apps follow each other on it without a flicker, and no key typed
 * ahead is lost between them.
 */
export class FullScreen {
  readonly theme: ThemeSettings;
  readonly feed: KeyFeed;
  readonly guard: TerminalGuard;
  #instance: Instance | null = null;
  #exit: Promise<unknown> = Promise.resolve();
  #onEnd: () => void = () => undefined;
  #suspend: SuspendTerminal | null = null;
  #takeBack: (() => Promise<void>) | null = null;

  constructor(theme: ThemeSettings, options: FullScreenOptions) {
    this.theme = theme;
    this.feed = new KeyFeed({
      source: process.stdin,
      onEnd: () => this.#onEnd(),
      onSuspend: () => void this.guard.suspendSelf(),
    });
    this.guard = guardTerminal({
      stdin: process.stdin,
      stdout: process.stdout,
      alternateScreen: true,
      beforeDeath: () => mayDie(options.onDeath),
      onSuspend: () => this.#release(),
      onContinue: () => this.#take(),
    });
    this.feed.start();
  }

  /** Shows an app until it leaves. */
  async play({ draw, onEnd }: Scene): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onEnd = onEnd;
    this.feed.setMode('keys');
    const tree = draw(resolve);
    if (this.#instance === null) {
      this.#instance = render(tree, { stdin: this.feed.stdin, alternateScreen: true, interactive: true, exitOnCtrlC: false, incrementalRendering: true });
      this.#exit = this.#instance.waitUntilExit();
    } else {
      this.#instance.rerender(tree);
    }
    await Promise.race([promise, this.#exit]);
  }

  /** Ink's own way to give the terminal away for a while; the app on the screen hands it in. */
  setSuspend(suspend: SuspendTerminal): void {
    this.#suspend = suspend;
  }

  /** The terminal is as before when this resolves. */
  async close(): Promise<void> {
    try {
      this.#instance?.unmount();
      await this.#exit;
    } finally {
      this.feed.stop();
      this.guard.release();
    }
  }

  /** Before the whole program is stopped (Ctrl+Z): the terminal goes back to the shell. */
  async #release(): Promise<void> {
    const back = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const suspended = this.#suspend?.(async () => {
      await this.feed.pause();
      released.resolve();
      await back.promise;
      this.feed.resume();
    });
    if (suspended === undefined) return;
    this.#takeBack = () => {
      back.resolve();
      return suspended;
    };
    await released.promise;
  }

  /** After the program goes on: the terminal is ours again, and everything is drawn anew. */
  async #take(): Promise<void> {
    const takeBack = this.#takeBack;
    this.#takeBack = null;
    await takeBack?.();
  }
}

/**
 * Takes the terminal, lets the apps play on it, and gives it back.
 *
 * @param play gets the screen; what it returns comes back when the terminal is as before
 * @throws ExpectedFailure when the terminal cannot show screens
 */
export async function onFullScreen<Result>(options: FullScreenOptions, play: (screen: FullScreen) => Promise<Result>): Promise<Result> {
  const theme = requireScreen(options.advice);
  const screen = new FullScreen(theme, options);
  try {
    return await play(screen);
  } finally {
    await screen.close();
  }
}

/** @returns how to draw here. @throws ExpectedFailure when the terminal cannot show screens */
export function requireScreen(advice: SafeText): ThemeSettings {
  const capabilities = terminalCapabilities(process.env, process.stdout);
  if (!capabilities.interactive) throw new ExpectedFailure(exitCodes.usage, onboardWords.dumbTerminal, advice);
  return chooseTheme(capabilities, preferredTheme());
}
