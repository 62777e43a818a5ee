import type { UndoRefusal } from '../../changes/undo-refusal.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import type { Explanation } from '../explanation.ts';

export function undoTitle(undone: SafeText): SafeText {
  return say`Take back: ${undone}`;
}

export function undoneWords(undone: SafeText): SafeText {
  return say`Taken back: ${undone}`;
}

/** Under a change that was taken back: the files are as before it, to the byte. */
export const restoredWords = (path: SafeText): SafeText => say`Restored ${path}`;

/** The same for a store that OpenClaw wrote to since. */
export const mergedWords = (path: SafeText): SafeText => say`Restored what the change had replaced in ${path}; what was written there since stays.`;

/** What the change had made goes. */
export const removedWords = (path: SafeText, backup: SafeText): SafeText => say`Removed ${path}; its text is kept in ${backup}`;

export function undoRefusalWords(reason: UndoRefusal): Explanation {
  const path = safeText(reason.path);
  switch (reason.code) {
    case 'nothing':
      return { title: say`No change is remembered beside ${path}.`, advice: say`There is nothing to take back, and nothing was changed.` };
    case 'moved-on':
      return {
        title: say`${path} changed again since it was saved, so taking that back would lose the later change. Nothing was changed.`,
        advice: reason.backup === null ? say`Correct it by hand.` : say`The text from before is in ${safeText(reason.backup)}, as long as that copy is kept.`,
      };
    case 'no-backup':
      return {
        title: say`The copy of ${path} from before the change is gone or is not what it was. Nothing was changed.`,
        advice: reason.backup === null ? say`Correct the file by hand.` : say`It should be in ${safeText(reason.backup)}. Correct the file by hand.`,
      };
    case 'unreadable':
      return { title: say`${path} cannot be read: the system says ${safeText(reason.failure)}. Nothing was changed.`, advice: say`Make it readable, then try again.` };
  }
}
