import type { ConfigEdit } from '../../openclaw/config-edit.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { plural } from './amounts.ts';
import { pathWords } from '../neutral/config-text.ts';
import { withoutSecrets } from '../neutral/without-secrets.ts';

/** What a mend does, for people and for the journal. */
export const mendTitle = {
  nothing: safeText('Nothing to do'),
  tighten(count: number): SafeText {
    return plural(count, { one: say`Take the rights of others away from ${count} place`, other: say`Take the rights of others away from ${count} places` });
  },
  remove(count: number): SafeText {
    return plural(count, { one: say`Remove ${count} file that nobody needs`, other: say`Remove ${count} files that nobody needs` });
  },
  edit(edits: readonly ConfigEdit[]): SafeText {
    return joinSafe(
      edits.map(({ kind, path }) => (kind === 'remove' ? say`Remove ${pathWords(path)}` : say`Set ${pathWords(path)}`)),
      say`, `,
    );
  },
  move(from: readonly string[], to: readonly string[]): SafeText {
    return say`Move ${pathWords(from)} to ${pathWords(to)}`;
  },
  retype(profileId: string, to: 'api_key' | 'token'): SafeText {
    return say`Store ${withoutSecrets(safeText(profileId))} as ${safeText(to)}`;
  },
} as const;

/** What the doctor says while it mends. */
export const mendWords = {
  question: safeText('Do this? [y]es, [N]o, [a]ll, [q]uit: '),
  skipped: safeText('Left as it is.'),
  done: safeText('Done.'),
  undo: safeText('clawdial undo takes it back.'),
  noWayBack: safeText('A removed file cannot be brought back.'),
  mode(path: SafeText, from: SafeText, to: SafeText): SafeText {
    return say`${path}: ${from} to ${to}`;
  },
  removal(path: SafeText): SafeText {
    return say`${path}: removed`;
  },
  nothingFixable: safeText('Nothing here can be mended by clawdial.'),
  again: safeText('Looking again:'),
  nothingChanged: safeText('Nothing was changed.'),
  notRemembered: safeText('The change is made, but clawdial undo will not find it: it could not be noted down.'),
  gone(path: SafeText): SafeText {
    return say`${path} is not as it was when it was looked at. Nothing was changed.`;
  },
  goneAdvice: safeText('Run clawdial doctor again.'),
  gatewayRuns(port: number): SafeText {
    return say`A gateway seems to run on port ${port}, and this version keeps stores in memory and may write its own back. Nothing was changed.`;
  },
  gatewayRunsAdvice: safeText('Stop it (openclaw gateway stop), then run this again.'),
  needsYes: safeText('--fix asks before each change, and there is no terminal to answer on.'),
  needsYesAdvice: safeText('Add --yes to make all changes, or --dry-run to see them. Nothing was changed.'),
} as const;
