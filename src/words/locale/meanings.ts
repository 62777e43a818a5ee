import type { AgentEntry } from '../../rules/agent-state.ts';
import type { BoardEntry } from '../../rules/board.ts';
import { say, type SafeText } from '../../terminal/safe-text.ts';

/** Why a credential cannot be used. */
export type Because = Extract<BoardEntry['standing'], { readonly state: 'unusable' }>['because'];

/** What a language says of a line of the board, apart from what helps. Times are epoch ms. */
export interface MeaningForms {
  readonly plainEntryMeaning: (entry: BoardEntry, now: number) => SafeText;
  readonly plainAgentMeaning: (entry: AgentEntry, now: number) => SafeText;
  /** The key of the board that helps. */
  readonly onBoard: Readonly<Partial<Record<Because, SafeText>>>;
  /** What helps from the menu of one profile, where the keys of the board do nothing. */
  readonly inMenu: (because: Because, takesSecret: boolean) => SafeText | undefined;
  readonly agentAdvice: (entry: AgentEntry) => SafeText | undefined;
}

export interface Meanings {
  /** What the state of a credential means, in one or two sentences, with the key of the board that helps. @param now epoch ms */
  readonly entryMeaning: (entry: BoardEntry, now: number) => SafeText;
  /**
   * The same in the menu of one profile.
   *
   * @param now epoch ms
   * @param takesSecret whether the menu offers to give it another secret
   */
  readonly menuMeaning: (entry: BoardEntry, now: number, takesSecret: boolean) => SafeText;
  /** What the state of an agent means, with the key of the board that helps. @param now epoch ms */
  readonly agentMeaning: (entry: AgentEntry, now: number) => SafeText;
}

/** Joins what something means with what helps. */
export function meaningsOf({ plainEntryMeaning, plainAgentMeaning, onBoard, inMenu, agentAdvice }: MeaningForms): Meanings {
  return {
    entryMeaning: (entry, now) => withAdvice(plainEntryMeaning(entry, now), adviceFor(entry, (because) => onBoard[because])),
    menuMeaning: (entry, now, takesSecret) => withAdvice(plainEntryMeaning(entry, now), adviceFor(entry, (because) => inMenu(because, takesSecret))),
    agentMeaning: (entry, now) => withAdvice(plainAgentMeaning(entry, now), agentAdvice(entry)),
  };
}

function adviceFor({ standing }: BoardEntry, advice: (because: Because) => SafeText | undefined): SafeText | undefined {
  return standing.state === 'unusable' ? advice(standing.because) : undefined;
}

function withAdvice(meaning: SafeText, advice: SafeText | undefined): SafeText {
  return advice === undefined ? meaning : say`${meaning} ${advice}`;
}
