import { setFlagsFromString } from 'node:v8';

interface EngineSetting {
  readonly forScreens: string;
  readonly asStarted: string;
  /** Of V8, from which on it is suited. */
  readonly since?: number;
}

/**
 * What suits a screen that draws once a second and may be open for days, and what V8 starts with. All are heeded while V8
 * runs (Node 22, 24 and 26 were tried).
 */
const settings: readonly EngineSetting[] = [
  // The part of the heap in which objects are made stays at its size. Every frame makes a few megabytes of which nearly
  // nothing stays; left alone, that part doubles whenever enough did stay, up to three times 32 MB, and none of it is needed.
  // At 1,000 profiles × 1,000 agents: 20 MB less at once and up to 100 MB after some thousand frames, and no later keys.
  { forScreens: '--semi-space-growth-factor=1', asStarted: '--semi-space-growth-factor=2' },
  // Code is compiled as far as V8's middle compiler does it. The last one works longer on the code of a frame than a day of
  // frames gains from it: a third of the processor time of the first half minute, and 10 MB. Keys are as quick without it.
  // Node 22 (V8 12) runs without the middle one, and keeps the last.
  { forScreens: '--no-opt', asStarted: '--opt', since: 13 },
];

/** For a screen that stays open, from before it reads. */
export function suitEngineToScreens(): void {
  for (const { forScreens } of settings.filter(isSuited)) setFlagsFromString(forScreens);
}

/** Back to the settings with which V8 starts: it refuses code that was kept under others. */
export function resetEngine(): void {
  for (const { asStarted } of settings.filter(isSuited)) setFlagsFromString(asStarted);
}

function isSuited({ since = 0 }: EngineSetting): boolean {
  return Number.parseInt(process.versions.v8, 10) >= since;
}
