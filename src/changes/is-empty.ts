import type { Change } from './change.ts';

/** True when all is as wanted already. */
export function isEmptyChange({ files, commands = [], modes = [], removals = [] }: Change): boolean {
  return !files.some(({ changes }) => changes) && commands.length + modes.length + removals.length === 0;
}
