import type { StoreWarning } from '../../rules/store-warnings.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { readProblemWords } from './reading.ts';

/** What a warning about a store says, what to do, and the commands for it. */
export interface StoreWarningWords {
  readonly message: SafeText;
  readonly advice: SafeText | null;
  readonly commands: readonly SafeText[];
}

const mend = say`openclaw doctor --fix`;
const rewritesMore = say`OpenClaw’s own repair takes it over. It also rewrites other parts of openclaw.json, and keeps the old text in openclaw.json.bak:`;

/** What a warning about a store says, with the command that mends it. */
export function storeWarningWords(warning: StoreWarning): StoreWarningWords {
  const path = safeText(warning.path);
  switch (warning.code) {
    case 'store-broken':
      return brokenWords(warning, path);
    case 'store-hidden': {
      const { title, advice } = readProblemWords(warning.problem, path);
      return { message: say`${title} What it holds is not shown; OpenClaw itself may read it.`, advice, commands: [] };
    }
    case 'profiles-dropped':
      return {
        message: say`OpenClaw ignores ${idList(warning.profileIds)} in ${path}: type or provider is missing or unknown. It drops them the next time it writes the store.`,
        advice: say`Give each entry "type" (api_key, token or oauth) and "provider", or save the credential anew:`,
        commands: [say`clawdial onboard`],
      };
    case 'migration-required':
      if (warning.others !== null) return { message: say`${path} is of an older OpenClaw${holding(warning.profileIds)}, and the database beside it is empty. Until it is taken over, OpenClaw refuses the credentials of ${idList(warning.others)}, and its own models status stops; Anthropic’s go on.`, advice: rewritesMore, commands: [mend] };
      return {
        message: say`${path} is of an older OpenClaw${holding(warning.profileIds)}, and the database beside it is empty. Until it is taken over, OpenClaw refuses every Anthropic credential, also those of the environment.`,
        advice: rewritesMore,
        commands: [mend],
      };
    case 'stranded-file':
      return {
        message: say`${path} is of an older OpenClaw${holding(warning.profileIds)}. This version looks into its database only, and that is empty: the credentials are stranded.`,
        advice: rewritesMore,
        commands: [mend],
      };
    case 'unmoved-store':
      return { message: say`${path} holds credentials (${idList(warning.profileIds)}), but not the row auth.sharedStore, which says that agents inherit them: OpenClaw reads ${safeText(warning.reads)} instead.`, advice: rewritesMore, commands: [mend] };
    case 'stray-file':
      return strayWords(path, warning.missing);
    case 'empty-after-migration':
      return {
        message: say`The old store was put aside as ${safeText(warning.archive)}, but ${path} holds no credential: the migration lost them.`,
        advice: say`The archive still holds them. Save the credential anew, and keep the archive until OpenClaw uses it:`,
        commands: [say`clawdial onboard`],
      };
    case 'newer-database':
      return {
        message: say`${path} is of a newer OpenClaw. ${safeText(warning.version)}, the version at hand, does not look into it.`,
        advice: say`If OpenClaw was updated, show clawdial the newer one (PATH or --openclaw-version); if it was set back, what was saved since is in the database alone.`,
        commands: [],
      };
    case 'newer-schema':
      return newerSchemaWords(warning, path);
  }
}

function brokenWords({ problem, stops }: Extract<StoreWarning, { readonly code: 'store-broken' }>, path: SafeText): StoreWarningWords {
  const { title, advice } = readProblemWords(problem, path);
  if (stops) return { message: say`${title} OpenClaw stops: it uses no credential until the store can be read.`, advice, commands: [mend] };
  return { message: say`${title} OpenClaw treats the store as empty and may overwrite it.`, advice, commands: [] };
}

function strayWords(path: SafeText, missing: readonly string[]): StoreWarningWords {
  if (missing.length === 0) return { message: say`${path} is left over from an older OpenClaw. It is not used any more.`, advice: say`OpenClaw’s own repair puts it aside:`, commands: [mend] };
  return {
    message: say`${path} is left over from an older OpenClaw and not used any more. ${idList(missing)} ${missing.length === 1 ? say`stands` : say`stand`} in it alone.`,
    advice: rewritesMore,
    commands: [mend],
  };
}

function newerSchemaWords({ schema, by }: Extract<StoreWarning, { readonly code: 'newer-schema' }>, path: SafeText): StoreWarningWords {
  const maker = by === null ? say`` : say`, made by OpenClaw ${safeText(by)}`;
  return {
    message: say`${path} has schema ${schema}${maker}, which is newer than what is known here. It is shown as far as it can be understood, and not written.`,
    advice: say`An older OpenClaw may refuse it. Use the newer one, or update clawdial.`,
    commands: [],
  };
}

function holding(profileIds: readonly string[]): SafeText {
  return profileIds.length === 0 ? say`` : say` (${idList(profileIds)})`;
}

function idList(ids: readonly string[]): SafeText {
  return joinSafe(ids.map(safeText), safeText(', '));
}
