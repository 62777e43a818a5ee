import { say, type SafeText } from '../../terminal/safe-text.ts';

/** What the program says about its own preferences. */
export const preferencesWords = {
  setAside: (file: SafeText, aside: SafeText): SafeText =>
    say`Je voorkeuren in ${file} zijn niet te begrijpen. Ze zijn opzijgezet als ${aside}; clawdial gaat verder met de standaardwaarden.`,
  cannotSetAside: (file: SafeText): SafeText =>
    say`Je voorkeuren in ${file} zijn niet te begrijpen, en het bestand kon niet opzij worden gezet. clawdial gaat verder met de standaardwaarden.`,
} as const;

/** What `clawdial config` says. */
export const configWords = {
  help: say`je voorkeuren voor clawdial zelf; alleen is het config list`,
  list: say`alle voorkeuren, wat gekozen is en wat mogelijk is`,
  get: say`toon wat gekozen is; exit 1 als er niets gekozen is`,
  set: say`kies`,
  unset: say`neem een keuze terug`,
  name: say`naam van een voorkeur`,
  value: say`waarde, zoals clawdial config ze noemt`,
  keptIn: (file: SafeText): SafeText => say`Bewaard in ${file}`,
  notChosen: say`(niet gekozen)`,
  notUnderstood: say`(niet gekozen: wat in het bestand staat is niet te begrijpen)`,
  choices: (meaning: SafeText, choices: SafeText): SafeText => say`${meaning}: ${choices}`,
  range: (least: number, most: number): SafeText => say`${least} tot en met ${most}`,
  meanings: {
    language: say`wat clawdial spreekt; zonder keuze telt de locale`,
    theme: say`kleuren voor een donkere of lichte achtergrond, of geen; auto kijkt naar de omgeving`,
    accessible: say`vragen en antwoorden in regels, zoals voor een schermlezer`,
    refresh: say`seconden tussen twee stappen van de aftellende klokken in het dashboard`,
    noticeAcknowledged: say`de mededeling over setup-tokens die je hebt gelezen; zonder dit verschijnt ze weer`,
  },
  saved: (name: SafeText, value: SafeText): SafeText => say`${name} is voortaan ${value}.`,
  takenBack: (name: SafeText): SafeText => say`${name} is niet meer gekozen.`,
  unknownName: (name: SafeText): SafeText => say`Er is geen voorkeur ${name}. Er is niets gewijzigd.`,
  unknownNameAdvice: (names: SafeText): SafeText => say`Dit zijn ze: ${names}.`,
  badValue: (name: SafeText, value: SafeText): SafeText => say`${name} kan niet ${value} zijn. Er is niets gewijzigd.`,
  badValueAdvice: (choices: SafeText): SafeText => say`Mogelijk is: ${choices}.`,
  notSaved: (file: SafeText): SafeText => say`${file} kon niet worden geschreven. Er is niets gewijzigd.`,
  notSavedAdvice: say`Kijk of je in die map mag schrijven, en of er ruimte is op de schijf.`,
} as const;
