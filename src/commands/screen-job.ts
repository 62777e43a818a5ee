import type { KeyFeed } from '../terminal/key-feed.ts';

/** @returns whether what was typed meanwhile still fits what the person sees now */
export type Job = (signal: AbortSignal) => Promise<boolean>;

/**
 * The one job that a screen has the world do for it at a time. While it runs, keys wait, so that typing ahead works and
 * nothing typed too early answers a question not yet seen.
 */
export class ScreenJob {
  #controller = new AbortController();

  /** Ends what runs, and begins this. */
  start(feed: KeyFeed, job: Job): void {
    this.#controller.abort();
    const controller = new AbortController();
    this.#controller = controller;
    feed.hold();
    job(controller.signal).then(
      (fits) => this.#release(feed, controller, fits),
      (error: unknown) => {
        this.#release(feed, controller, false);
        // Expected failures come back as events; what is thrown is a bug, and dies as one.
        queueMicrotask(() => {
          throw error;
        });
      },
    );
  }

  abort(): void {
    this.#controller.abort();
  }

  /** A job that another one has replaced has nothing to say about the keys. */
  #release(feed: KeyFeed, controller: AbortController, fits: boolean): void {
    if (this.#controller !== controller) return;
    if (!fits) feed.drop();
    feed.release();
  }
}
