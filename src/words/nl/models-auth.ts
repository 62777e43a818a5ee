import type { Inheritance } from '../../rules/inheritance.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** What `clawdial models auth …` says. */
export const modelsAuthWords = {
  help: {
    auth: safeText('bewaarde inloggegevens van Anthropic: toevoegen, tonen, ordenen, vervangen, verwijderen'),
    setupToken: safeText('stap voor stap: een setup-token halen met het programma van Claude, controleren en bewaren'),
    pasteToken: safeText('een setup-token controleren en bewaren, gevraagd of van de standaardinvoer'),
    pasteApiKey: safeText('een API-sleutel controleren en bewaren, gevraagd of van de standaardinvoer'),
    list: safeText('de profielen die een agent kan bereiken, en hoe ze ervoor staan'),
    rotate: safeText('een nieuw geheim onder dezelfde naam, overal waar die is bewaard'),
    remove: safeText('een profiel uit elke opslag en de config halen; zegt eerst wie waarop terugvalt'),
    activate: safeText('een bewaarde vervanging in gebruik nemen; OpenClaw probeert ze eerst'),
    rename: safeText('een profiel een andere naam geven, in elke opslag, volgorde en de config'),
    copy: safeText('een agent een eigen kopie geven'),
    refreshCopies: safeText('kopieën van agents bijwerken die een ouder geheim hebben dan de hoofdopslag'),
    clearCooldown: safeText('inloggegevens die wachten controleren, en het wachten beëindigen waar het antwoord dat weerlegt'),
    order: safeText('de volgorde waarin OpenClaw de profielen probeert'),
    orderGet: safeText('de volgorde tonen die voor een agent is vastgelegd'),
    orderSet: safeText('een volgorde voor een agent vastleggen'),
    orderClear: safeText('de eigen volgorde van een agent weghalen'),
  },
  flags: {
    profile: safeText('id van een profiel, zoals anthropic:default'),
    profiles: safeText('id’s van profielen, eerste tot laatste'),
    name: safeText('het nieuwe id'),
    provider: safeText('anthropic, de enige'),
    profileId: safeText('id om het onder te bewaren (standaard: anthropic:manual, zoals OpenClaw het heeft)'),
    expiresIn: safeText('hoe lang een setup-token geldig is, zoals 365d'),
    agent: safeText('de agent (standaard: de standaardagent)'),
    to: safeText('de agent die het krijgt'),
    from: safeText('de agent om het van te nemen (standaard: de hoofdopslag)'),
    force: safeText('doorgaan, al kan een draaiende gateway zijn eigen kopie terugschrijven'),
    forceReason: safeText('elk wachten zonder controle beëindigen, om deze reden'),
  },
  otherProvider(provider: SafeText): SafeText {
    return say`clawdial bedient alleen Anthropic, niet ${provider}. Er is niets gewijzigd.`;
  },
  otherProviderAdvice: safeText('Laat --provider weg, of gebruik openclaw models auth voor andere.'),
  askApiKey: safeText('API-sleutel (niet zichtbaar), dan Enter: '),
  askToken: safeText('Setup-token (niet zichtbaar), dan Enter: '),
  nothingPasted: safeText('Er zijn geen inloggegevens opgegeven. Er is niets gewijzigd.'),
  nothingPastedAdvice: safeText('Voer het opnieuw uit en plak de inloggegevens, of geef ze op de standaardinvoer.'),
  keyHasNoEnd: safeText('Een API-sleutel loopt niet af: --expires-in is voor setup-tokens. Er is niets gewijzigd.'),
  setupTokenNeedsTerminal: safeText('Stap voor stap kan alleen op een terminal. Er is niets gewijzigd.'),
  setupTokenNeedsTerminalAdvice: safeText('Geef de token op de standaardinvoer: clawdial models auth paste-token'),
  reasonNeeded: safeText('--force vraagt om een reden. Er is niets gewijzigd.'),
  reasonNeededAdvice: safeText('Zeg waarom het voor zijn tijd geprobeerd mag worden: --force "tegoed bijgestort". De reden wordt bij de wijziging bewaard.'),
  noSecret(profile: SafeText): SafeText {
    return say`${profile} heeft hier geen geheim dat te controleren is. Er is niets gewijzigd.`;
  },
  noSecretAdvice: safeText('clawdial doctor zegt wat eraan mankeert.'),
  nothingToDo: safeText('Niets te wijzigen: het is al zo.'),
  wouldWrite: safeText('Zou schrijven:'),
  done(title: SafeText): SafeText {
    return say`Gedaan: ${title}`;
  },
  file(path: SafeText): SafeText {
    return say`  ${path}`;
  },
  fileAndBackup(path: SafeText, backup: SafeText): SafeText {
    return say`  ${path} (ervoor: ${backup})`;
  },
  backupHoldsSecrets: safeText('De kopieën van ervoor bevatten geheimen. Alleen jij kunt ze lezen; ze blijven voor clawdial undo, nog vijf wijzigingen lang.'),
  undoHint: safeText('clawdial undo maakt het ongedaan.'),
  notRemembered: safeText('De wijziging is gedaan, maar clawdial undo zal haar niet vinden: ze kon niet worden genoteerd.'),
  noEffect: safeText('Geen agent gebruikt hierdoor iets anders.'),
  agentsWould: safeText('Agents zouden gebruiken:'),
  agentsNow: safeText('Agents gebruiken:'),
  more(count: number): SafeText {
    return say`en nog ${count}`;
  },
  agent(agent: SafeText): SafeText {
    return say`Agent: ${agent}`;
  },
  store(path: SafeText): SafeText {
    return say`Opslag: ${path}`;
  },
  order(ids: SafeText): SafeText {
    return say`Volgorde: ${ids}`;
  },
  noOrder: safeText('Volgorde: er is er geen vastgelegd'),
  noProfiles: safeText('Er is geen profiel van Anthropic bewaard: clawdial onboard'),
  places: {
    own: safeText('in de eigen opslag'),
    inherits: safeText('uit de hoofdopslag'),
    'holds-copy': safeText('een eigen kopie'),
  } satisfies Record<Inheritance, SafeText>,
} as const;
