import type { UndoRefusal } from '../../changes/undo-refusal.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import type { Explanation } from '../explanation.ts';

export function undoTitle(undone: SafeText): SafeText {
  return say`Ongedaan maken: ${undone}`;
}

export function undoneWords(undone: SafeText): SafeText {
  return say`Ongedaan gemaakt: ${undone}`;
}

/** Under a change that was taken back: the files are as before it, to the byte. */
export const restoredWords = (path: SafeText): SafeText => say`Teruggezet: ${path}`;

/** The same for a store that OpenClaw wrote to since. */
export const mergedWords = (path: SafeText): SafeText => say`Teruggezet wat de wijziging in ${path} had vervangen; wat er daarna in is geschreven, blijft.`;

/** What the change had made goes. */
export const removedWords = (path: SafeText, backup: SafeText): SafeText => say`${path} weggehaald; de tekst staat in ${backup}`;

export function undoRefusalWords(reason: UndoRefusal): Explanation {
  const path = safeText(reason.path);
  switch (reason.code) {
    case 'nothing':
      return { title: say`Naast ${path} is geen wijziging onthouden.`, advice: say`Er is niets om ongedaan te maken, en er is niets gewijzigd.` };
    case 'moved-on':
      return {
        title: say`${path} is na het bewaren opnieuw gewijzigd; ongedaan maken zou de latere wijziging verliezen. Er is niets gewijzigd.`,
        advice: reason.backup === null ? say`Verbeter het met de hand.` : say`De tekst van ervoor staat in ${safeText(reason.backup)}, zolang die kopie bewaard blijft.`,
      };
    case 'no-backup':
      return {
        title: say`De kopie van ${path} van voor de wijziging is weg of niet meer wat ze was. Er is niets gewijzigd.`,
        advice: reason.backup === null ? say`Verbeter het bestand met de hand.` : say`Ze hoort in ${safeText(reason.backup)} te staan. Verbeter het bestand met de hand.`,
      };
    case 'unreadable':
      return { title: say`${path} kan niet worden gelezen: het systeem meldt ${safeText(reason.failure)}. Er is niets gewijzigd.`, advice: say`Maak het leesbaar en probeer het opnieuw.` };
  }
}
