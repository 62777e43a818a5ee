import type { Obstacle } from '../changes/obstacle.ts';
import type { Snapshot } from '../openclaw/snapshot.ts';
import { safeText, type SafeText } from '../terminal/safe-text.ts';
import { pasteHint, programProblemWords, readOnlyWords } from './openclaw-program.ts';
import { layoutReasonWords, readProblemWords } from './reading.ts';
import { obstacleWords } from './wizard.ts';

/** Why nothing is written here, and what to do about it. */
export function describeObstacle(obstacle: Obstacle, snapshot: Snapshot): { readonly title: SafeText; readonly advice: SafeText } {
  switch (obstacle.kind) {
    case 'read-only':
      return readOnlyWords(obstacle.variable);
    case 'program':
      return { title: programProblemWords(obstacle.problem), advice: pasteHint };
    case 'layout':
      return describeLayout(snapshot);
    case 'broken-config':
    case 'broken-store':
      return readProblemWords(obstacle.problem, safeText(obstacle.path));
    case 'unwritable':
      return {
        title: obstacleWords.unwritable(safeText(obstacle.path), safeText(obstacle.code)),
        advice: obstacleWords.unwritableAdvice,
      };
  }
}

function describeLayout({ installation }: Snapshot): { readonly title: SafeText; readonly advice: SafeText } {
  if (installation.layout === 'unknown') {
    return { title: obstacleWords.unknownLayout, advice: layoutReasonWords(installation.layoutReason) };
  }
  return {
    title: obstacleWords.layout(safeText(installation.layout), safeText(installation.version.text)),
    advice: obstacleWords.layoutAdvice,
  };
}
