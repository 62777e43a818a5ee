import { say, type SafeText } from '../../terminal/safe-text.ts';

/** What the program says about its own preferences. */
export const preferencesWords = {
  setAside: (file: SafeText, aside: SafeText): SafeText =>
    say`Je voorkeuren in ${file} zijn niet te begrijpen. Ze zijn opzijgezet als ${aside}; clawdial gaat verder met de standaardwaarden.`,
  cannotSetAside: (file: SafeText): SafeText =>
    say`Je voorkeuren in ${file} zijn niet te begrijpen, en het bestand kon niet opzij worden gezet. clawdial gaat verder met de standaardwaarden.`,
} as const;
