import type { AgentEntry } from '../../rules/agent-state.ts';
import type { BoardEntry } from '../../rules/board.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { meaningsOf, type Because } from '../locale/meanings.ts';
import { actionWords } from './actions.ts';
import { reasonMeaning, shortName } from './dashboard.ts';
import { countdownWords } from './duration.ts';

/** What the state of a credential means, without a word on what helps. @param now epoch ms */
export function plainEntryMeaning({ standing, source, attention }: BoardEntry, now: number): SafeText {
  switch (standing.state) {
    case 'chosen':
      return attention === 'ending' ? say`In use, and its recorded end is near.` : say`In use; nothing to do.`;
    case 'next':
      return say`Ready: OpenClaw uses it when its turn comes, or when those before it fail.`;
    case 'undecided':
      return say`It is good. A database that could not be read here may hold one that comes first. Ask OpenClaw: openclaw models auth list.`;
    case 'waiting': {
      const scope = standing.model === null ? say`` : say`Only ${safeText(standing.model)} waits; other models still work. `;
      return say`${reasonMeaning(standing.reason)} ${scope}OpenClaw tries it again in ${countdownWords(standing.until - now)}.`;
    }
    case 'shadowed':
      return source.from === 'profile' ? say`${safeText(standing.by)} comes first.` : say`${safeText(standing.by)} comes first; OpenClaw looks here only when no profile can be used.`;
    case 'unusable':
      return unusable[standing.because];
  }
}

const unusable: Readonly<Record<Because, SafeText>> = {
  expired: say`Its end is over, so OpenClaw leaves it out.`,
  'no-refresh': say`Its recorded end is over and it cannot be renewed.`,
  blank: say`The profile is there, but holds no secret.`,
  'not-pinned': say`The model of this agent asks for another profile (model@profile), and that one cannot be used: OpenClaw then uses none.`,
  'not-read': say`The database that holds it could not be read here. Ask OpenClaw: openclaw models auth list.`,
  'other-agent': say`Another agent keeps it for itself; this one cannot reach it.`,
  inactive: say`It was saved as a replacement, and OpenClaw does not use it until it is activated: openclaw models auth activate.`,
  'odd-expiry': say`What is recorded as its end is no time, so OpenClaw leaves it out.`,
  unresolved: say`It refers to a secret that is kept elsewhere, and there is none.`,
  'migration-required': say`A file of an older OpenClaw waits to be taken over, and until then OpenClaw refuses every credential. Run openclaw doctor --fix.`,
  'store-unreadable': say`OpenClaw cannot read the store, and until then it refuses every credential.`,
  'not-stored': say`The config or the order names it, but no store holds it.`,
  'mode-mismatch': say`The config declares it as another type than is stored, so OpenClaw leaves it out.`,
  'provider-mismatch': say`It is declared for another provider, so it is not used for Claude.`,
  'not-in-order': say`An order is written down, and it is left out of it: OpenClaw never tries it.`,
  'not-listed': say`auth.profiles of the config lists others, and OpenClaw tries only those.`,
};

const onBoard: Readonly<Partial<Record<Because, SafeText>>> = {
  expired: say`Press a to save a new one.`,
  'no-refresh': say`Press a to save a new one.`,
  blank: say`Press a to save one under its name.`,
  'odd-expiry': say`Press a to save it anew.`,
  unresolved: say`Set it, or press a to save one here.`,
  'store-unreadable': say`Press y for what to do.`,
  'not-stored': say`Press a to save one under its name.`,
  'mode-mismatch': say`Press y for the command.`,
};

function inMenu(because: Because, takesSecret: boolean): SafeText | undefined {
  switch (because) {
    case 'expired':
    case 'no-refresh':
    case 'blank':
    case 'odd-expiry':
      return takesSecret ? say`“${actionWords.acts.rotate.label}” mends that.` : say`Go back and add a new one.`;
    case 'unresolved':
    case 'not-stored':
      return say`Set it there, or go back and add one.`;
    case 'store-unreadable':
    case 'mode-mismatch':
      return say`Go back for what mends it.`;
    default:
      return undefined;
  }
}

function agentAdvice({ state }: AgentEntry): SafeText | undefined {
  switch (state.state) {
    case 'waiting':
      return say`Press a to add another.`;
    case 'no-credential':
      return say`Press a to add one.`;
    case 'blocked':
      return state.because === 'migration-required' ? say`Press y for the command.` : say`Press y for what to do.`;
    default:
      return undefined;
  }
}

/** What the state of an agent means, without a word on what helps. @param now epoch ms */
export function plainAgentMeaning({ state }: AgentEntry, now: number): SafeText {
  switch (state.state) {
    case 'ready':
      return say`Ready: OpenClaw uses ${shortName(state.chosen.source)}.`;
    case 'waiting': {
      const anyway = state.probed === null ? say`` : say` OpenClaw tries ${shortName(state.probed.source)} all the same.`;
      return say`All that it could use waits; ${shortName(state.first.source)} is back in ${countdownWords(state.until - now)}.${anyway}`;
    }
    case 'no-credential':
      return say`OpenClaw has nothing that it could use: it says “No API key found for provider "anthropic"”.`;
    case 'blocked':
      return state.because === 'migration-required' ? say`OpenClaw refuses every credential for it until old credential files are taken over.` : say`OpenClaw stops at a store that it cannot read, and uses no credential.`;
    case 'not-read':
      return say`The database with its credentials could not be read here.`;
    case 'other-provider':
      return say`Its model is of the provider ${safeText(state.provider)}; Anthropic credentials are not asked.`;
  }
}

export const { entryMeaning, menuMeaning, agentMeaning } = meaningsOf({ plainEntryMeaning, plainAgentMeaning, onBoard, inMenu, agentAdvice });
