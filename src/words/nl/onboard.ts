import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** What `clawdial onboard` says without its screens. */
export const onboardWords = {
  noTerminal: safeText('De begeleide onboarding heeft een terminal nodig, en die is er hier niet. Er is niets gelezen of geschreven.'),
  noTerminalAdvice: safeText('Zonder terminal: clawdial onboard --non-interactive --auth-choice apiKey --anthropic-api-key - < bestand-met-de-sleutel'),
  dumbTerminal: safeText('Deze terminal (TERM=dumb) kan geen schermen tonen. Er is niets geschreven.'),
  demoAdvice: safeText('Voer clawdial demo uit in een terminalvenster.'),
  needsNonInteractive(flags: SafeText): SafeText {
    return say`${flags}: zulke antwoorden gelden alleen zonder vragen. Er is niets gelezen of geschreven.`;
  },
  needsNonInteractiveAdvice: safeText('Voeg --non-interactive toe, of laat ze weg en antwoord op de schermen.'),
  noCredential: safeText('Er zijn geen inloggegevens opgegeven. Er is niets geschreven.'),
  noCredentialAdvice: safeText('Geef ze op stdin (--anthropic-api-key - of --token -), of in ANTHROPIC_API_KEY of ANTHROPIC_OAUTH_TOKEN.'),
  emptyStdin: safeText('Er kwam niets op stdin waar de inloggegevens werden verwacht. Er is niets geschreven.'),
  emptyStdinAdvice: safeText('Geef ze door, bijvoorbeeld: clawdial onboard --non-interactive --token - < bestand-met-de-token'),
  twoCredentials: safeText('--anthropic-api-key en --token zijn allebei opgegeven; er wordt er één tegelijk ingesteld. Er is niets geschreven.'),
  twoCredentialsAdvice: safeText('Voer clawdial voor elk apart uit.'),
  unknownChoice(choice: SafeText): SafeText {
    return say`--auth-choice ${choice} is niet bekend. Er is niets geschreven.`;
  },
  unknownChoiceAdvice: safeText('Gebruik apiKey, setup-token of token.'),
  choiceMismatch(choice: SafeText): SafeText {
    return say`--auth-choice ${choice} past niet bij de optie met inloggegevens die erbij staat. Er is niets geschreven.`;
  },
  choiceMismatchAdvice: safeText('Gebruik --anthropic-api-key met apiKey, en --token met setup-token of token.'),
  unknownProvider(provider: SafeText): SafeText {
    return say`--token-provider ${provider} wordt niet bediend. Er is niets geschreven.`;
  },
  unknownProviderAdvice: safeText('clawdial bedient alleen anthropic.'),
  unknownAgent(agent: SafeText, known: SafeText): SafeText {
    return say`Er is geen agent ${agent}. Er is niets geschreven. Agents hier: ${known}.`;
  },
  unknownAgentAdvice: safeText('Laat --agent weg om alle agents te bedienen.'),
  badProfileId(id: SafeText): SafeText {
    return say`${id} kan geen id van een Anthropic-profiel zijn. Er is niets geschreven.`;
  },
  idTaken(id: SafeText): SafeText {
    return say`${id} bevat al inloggegevens van een ander type. Er is niets verstuurd of geschreven.`;
  },
  badModel(ref: SafeText): SafeText {
    return say`--set-default-model ${ref} noemt geen Anthropic-model. Er is niets geschreven.`;
  },
  badModelAdvice: safeText('Schrijf het als anthropic/claude-opus-4-6.'),
  unknownModel(ref: SafeText, version: SafeText): SafeText {
    return say`${ref} staat niet in de catalogus van OpenClaw ${version}: die antwoordt misschien “Unknown model”.`;
  },
  badDuration(text: SafeText): SafeText {
    return say`--token-expires-in ${text} is geen tijdsduur. Er is niets geschreven.`;
  },
  secretInArguments: safeText('Let op: inloggegevens op de opdrachtregel zijn zichtbaar voor andere gebruikers en blijven in de geschiedenis van de shell. Gebruik liever - en stdin.'),
  foreignBaseUrl(url: SafeText): SafeText {
    return say`De config stuurt Anthropic-aanvragen naar ${url}, en dat is niet van Anthropic. De inloggegevens zijn nergens heen gestuurd, en er is niets geschreven.`;
  },
  foreignBaseUrlAdvice: safeText('Beheer of vertrouw je die server, voeg dan --trust-base-url toe; of bewaar zonder controle: --check none.'),
  refusedBaseUrl(url: SafeText): SafeText {
    return say`De basis-URL ${url} uit de config is niet bruikbaar voor een controle. De inloggegevens zijn nergens heen gestuurd, en er is niets geschreven.`;
  },
  refusedBaseUrlAdvice: safeText('Verbeter models.providers.anthropic.baseUrl: https, of gewone http alleen op deze machine. Of bewaar zonder controle: --check none.'),
  notSaved: safeText('Er is niets geschreven. Toch bewaren kan met --save-unchecked.'),
  wouldWrite: safeText('Zou schrijven:'),
  saved(profileId: SafeText): SafeText {
    return say`${profileId} bewaard.`;
  },
  file(path: SafeText): SafeText {
    return say`  ${path}`;
  },
  fileUnchanged(path: SafeText): SafeText {
    return say`  ${path}: al zoals gewenst`;
  },
  fileBackup(path: SafeText, backup: SafeText): SafeText {
    return say`  ${path} (ervoor: ${backup})`;
  },
  agentUses(agent: SafeText, credential: SafeText): SafeText {
    return say`  ${agent}: ${credential}`;
  },
  agentsNow: safeText('Agents en wat ze nu gebruiken:'),
  nothingUsed: safeText('geen inloggegevens'),
  otherCredential(name: SafeText): SafeText {
    return say`${name}, niet de nieuwe inloggegevens`;
  },
  readOnly: safeText('Er is niets geschreven.'),
  noExpiry: safeText('Voor de setup-token is geen einde genoteerd; voeg --token-expires-in 365d toe als je dat wilt.'),
  changedUnderUs(path: SafeText): SafeText {
    return say`${path} bleef veranderen terwijl clawdial het wilde bewaren. Er is niets van overschreven.`;
  },
  changedUnderUsAdvice: safeText('Voer dezelfde opdracht opnieuw uit als niets anders daar schrijft.'),
} as const;

/** Around another program that has the terminal for a while. */
export const handOverWords = {
  before: safeText('claude setup-token krijgt nu de terminal. clawdial leest niet mee.'),
  ended: safeText('Kopieer de token hierboven en druk op Enter om terug te gaan naar clawdial.'),
  failed: safeText('claude setup-token is niet gelukt. Druk op Enter om terug te gaan naar clawdial.'),
  notStarted(reason: SafeText): SafeText {
    return say`claude kon niet worden gestart (${reason}). Druk op Enter om terug te gaan naar clawdial.`;
  },
} as const;
