import type { ConfigEdit } from '../../openclaw/config-edit.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { pathWords } from '../neutral/config-text.ts';
import { withoutSecrets } from '../neutral/without-secrets.ts';
import { plural } from './amounts.ts';

/** What a mend does, for people and for the journal. */
export const mendTitle = {
  nothing: safeText('Niets te doen'),
  tighten(count: number): SafeText {
    return plural(count, { one: say`Anderen de rechten op ${count} plek ontnemen`, other: say`Anderen de rechten op ${count} plekken ontnemen` });
  },
  remove(count: number): SafeText {
    return plural(count, { one: say`${count} bestand verwijderen dat niemand nodig heeft`, other: say`${count} bestanden verwijderen die niemand nodig heeft` });
  },
  edit(edits: readonly ConfigEdit[]): SafeText {
    return joinSafe(
      edits.map(({ kind, path }) => (kind === 'remove' ? say`${pathWords(path)} verwijderen` : say`${pathWords(path)} instellen`)),
      say`, `,
    );
  },
  move(from: readonly string[], to: readonly string[]): SafeText {
    return say`${pathWords(from)} verplaatsen naar ${pathWords(to)}`;
  },
  retype(profileId: string, to: 'api_key' | 'token'): SafeText {
    return say`${withoutSecrets(safeText(profileId))} bewaren als ${safeText(to)}`;
  },
} as const;

/** What the doctor says while it mends. */
export const mendWords = {
  question: safeText('Doen? [j]a, [N]ee, [a]lles, [q] stoppen: '),
  skipped: safeText('Zo gelaten.'),
  done: safeText('Gedaan.'),
  undo: safeText('clawdial undo maakt het ongedaan.'),
  noWayBack: safeText('Een verwijderd bestand kan niet worden teruggehaald.'),
  mode(path: SafeText, from: SafeText, to: SafeText): SafeText {
    return say`${path}: ${from} wordt ${to}`;
  },
  removal(path: SafeText): SafeText {
    return say`${path}: wordt verwijderd`;
  },
  nothingFixable: safeText('Hier kan clawdial niets herstellen.'),
  again: safeText('Nog eens kijken:'),
  nothingChanged: safeText('Er is niets gewijzigd.'),
  notRemembered: safeText('De wijziging is gemaakt, maar clawdial undo vindt haar niet: ze kon niet worden genoteerd.'),
  gone(path: SafeText): SafeText {
    return say`${path} is niet meer zoals het was toen ernaar werd gekeken. Er is niets gewijzigd.`;
  },
  goneAdvice: safeText('Voer clawdial doctor opnieuw uit.'),
  gatewayRuns(port: number): SafeText {
    return say`Op poort ${port} lijkt een gateway te draaien; deze versie houdt opslag in het geheugen en kan die terugschrijven. Er is niets gewijzigd.`;
  },
  gatewayRunsAdvice: safeText('Stop de gateway (openclaw gateway stop) en voer dit opnieuw uit.'),
  needsYes: safeText('--fix vraagt vóór elke wijziging, en er is geen terminal om op te antwoorden.'),
  needsYesAdvice: safeText('Voeg --yes toe om alle wijzigingen te maken, of --dry-run om ze te zien. Er is niets gewijzigd.'),
} as const;
