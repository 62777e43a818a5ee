import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** What `clawdial report` says. */
export const reportWords = {
  shown: safeText('Dit is alles: geen geheim, geen e-mailadres, geen gebruikersnaam. Namen van agents en profielen staan er wel in. Er wordt niets verstuurd.'),
  question(path: SafeText): SafeText {
    return say`Bewaren als ${path}? [j]a, [N]ee: `;
  },
  saved: (path: SafeText): SafeText => say`Bewaard: ${path}`,
  notSaved: safeText('Er is niets bewaard.'),
  exists: (path: SafeText): SafeText => say`${path} bestaat al. Er is niets aan veranderd.`,
  failed: (path: SafeText, code: SafeText): SafeText => say`${path} kon niet worden geschreven: het systeem meldt ${code}.`,
  failedAdvice: safeText('Noem een ander bestand met --output. Er is niets bewaard.'),
  noTerminal: safeText('Een rapport wordt getoond voordat het wordt bewaard, en er is geen terminal om het op te tonen.'),
  noTerminalAdvice: safeText('Voeg --output BESTAND toe om het te bewaren, of --stdout om het te tonen. Er is niets bewaard.'),
} as const;

/** Help texts of `clawdial report`. */
export const reportCommandWords = {
  help: safeText('schrijf een rapport voor hulp, zonder geheimen, adressen en gebruikersnamen, getoond voordat het wordt bewaard'),
  output: safeText('waar het wordt bewaard (standaard: clawdial-report-<tijd>.json in deze map)'),
  stdout: safeText('toon het, en bewaar niets'),
  yes: safeText('bewaar het zonder te vragen'),
  json: safeText('geef als JSON waar het is bewaard, zonder te vragen'),
} as const;
