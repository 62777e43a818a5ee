import { editDraft, emptyDraft, secretOf, type SecretDraft } from '../../../components/parts/secret-draft.ts';
import type { LineKey } from '../../terminal/line-keys.ts';
import { say, type SafeText } from '../../terminal/safe-text.ts';
import type { Secret } from '../../terminal/secret.ts';
import { modelsAuthWords } from '../../words/models-auth.ts';
import { ExpectedFailure, exitCodes } from '../failure.ts';
import { LineTerminal } from '../linear/line-terminal.ts';
import { printError, printErrorPart } from '../output.ts';
import { secretFromStdin } from '../stdin-secret.ts';

/**
 * The credential that a verb needs: on a terminal it is asked for and never shown, else standard input is read to its end.
 * The question goes to stderr, so that stdout holds the result alone.
 *
 * @throws ExpectedFailure when none was given
 */
export async function askSecret(question: SafeText): Promise<Secret> {
  if (!process.stdin.isTTY) return secretFromStdin();
  const secret = await typedSecret(question);
  if (secret === null || secret.length === 0) throw new ExpectedFailure(exitCodes.failed, modelsAuthWords.nothingPasted, modelsAuthWords.nothingPastedAdvice);
  return secret;
}

async function typedSecret(question: SafeText): Promise<Secret | null> {
  const terminal = new LineTerminal(undefined);
  try {
    return await new Promise((resolve) => {
      let draft = emptyDraft;
      terminal.setSecret(true);
      terminal.listen({
        onKey: (key) => {
          if (key.key === 'enter') return resolve(secretOf(draft));
          if (key.key === 'interrupt' || key.key === 'escape' || key.key === 'end-of-input') return resolve(null);
          draft = edited(draft, key);
        },
        onEnd: () => resolve(null),
        onReturn: () => printErrorPart(question),
      });
      printErrorPart(question);
    });
  } finally {
    terminal.close();
    printError(say``);
  }
}

function edited(draft: SecretDraft, key: LineKey): SecretDraft {
  switch (key.key) {
    case 'text':
      return editDraft(draft, { edit: 'insert', text: key.text });
    case 'delete-character':
      return editDraft(draft, { edit: 'delete-before' });
    case 'delete-word':
      return editDraft(draft, { edit: 'delete-word' });
    case 'delete-line':
      return emptyDraft;
    default:
      return draft;
  }
}
