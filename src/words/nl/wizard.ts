import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** The six steps, as the line under the header names them. */
export const stepNames = {
  found: safeText('Gevonden'),
  credential: safeText('Inloggegevens'),
  check: safeText('Controle'),
  name: safeText('Naam en model'),
  review: safeText('Nakijken'),
  done: safeText('Klaar'),
} as const;

export const foundWords = {
  stateDir: safeText('Status'),
  config: safeText('Config'),
  layout: safeText('Indeling'),
  baseUrl: safeText('Basis-URL'),
  agents: safeText('Agents'),
  credentials: safeText('Anthropic-inloggegevens binnen bereik'),
  credentialsOf(agent: SafeText): SafeText {
    return say`Anthropic-inloggegevens voor ${agent}, in volgorde van proberen`;
  },
  none: safeText('Nog geen. De volgende stap stelt ze in.'),
  missing: safeText('nog niet aanwezig'),
  defaultAgent: safeText('standaard'),
  noCredential: safeText('geen inloggegevens'),
  notRead: safeText('hier niet gelezen'),
  otherProvider: safeText('andere provider'),
  absent: say`Geen OpenClaw gevonden. clawdial gaat verder als voor OpenClaw 2026.2.24 (indeling single-file).`,
  absentAdvice: say`Installeer je later een nieuwere OpenClaw, voer dan één keer openclaw doctor --fix uit: dat neemt over wat hier wordt geschreven.`,
  version(version: SafeText, origin: SafeText): SafeText {
    return say`OpenClaw ${version}, ${origin}`;
  },
} as const;

export const typeWords = {
  api_key: safeText('API-sleutel'),
  token: safeText('setup-token'),
  oauth: safeText('OAuth-login'),
} as const;

export const kindWords = {
  'api-key': safeText('API-sleutel'),
  'setup-token': safeText('setup-token'),
} as const;

export const obstacleWords = {
  readOnly: safeText('Alleen lezen hier: er wordt niets geschreven.'),
  layout(layout: SafeText, version: SafeText): SafeText {
    return say`OpenClaw ${version} bewaart inloggegevens in de indeling ${layout}, die clawdial wel leest maar nooit zelf schrijft.`;
  },
  layoutAdvice: safeText('Geef de inloggegevens aan OpenClaw zelf: openclaw models auth paste-api-key --provider anthropic, of paste-token voor een setup-token.'),
  unwritable(path: SafeText, code: SafeText): SafeText {
    return say`${path} kan niet worden geschreven (${code}).`;
  },
  unwritableAdvice: safeText('Voer clawdial uit als de gebruiker waaronder OpenClaw draait, of maak de plek schrijfbaar, en probeer het opnieuw.'),
  unknownLayout: safeText('Wat op schijf staat past niet bij de versie van OpenClaw; daarom leest clawdial hier alleen.'),
} as const;

export const chooseWords = {
  title: safeText('Hoe wil je Claude bereiken?'),
  apiKey: safeText('Anthropic API-sleutel'),
  apiKeyFor: safeText('Beste voor gedeelde of altijd draaiende gateways: betaald naar gebruik.'),
  setupToken: safeText('Anthropic token (setup-token plakken)'),
  setupTokenFor: safeText('Beste voor eigen gebruik van een Claude-abonnement.'),
  variable(name: SafeText, place: SafeText): SafeText {
    return say`${name} gebruiken uit ${place}`;
  },
  variableFor(fingerprint: SafeText): SafeText {
    return say`Beste als je juist deze wilt houden: ${fingerprint}`;
  },
  demo: safeText('Eerst rondkijken (demo)'),
  demoFor: safeText('Een verzonnen OpenClaw en een nagebootste Anthropic, beide daarna weg.'),
  leave: safeText('Stoppen'),
  leaveFor: safeText('Er wordt niets geschreven.'),
} as const;

export const noticeWords = {
  title: safeText('Voordat je een setup-token gebruikt'),
  lines: [
    safeText('Een setup-token gaat van je Claude-abonnement af, niet van de API.'),
    safeText('De gepubliceerde voorwaarden van Anthropic sturen ontwikkelaars naar API-sleutels. OpenClaw zegt dat medewerkers van Anthropic dit gebruik toestaan (stand september 2026, niet op schrift van Anthropic).'),
    safeText('De regels zijn in januari, februari, april en juni 2026 veranderd en kunnen weer veranderen: gebruik kan als extra gebruik worden afgerekend, of geweigerd.'),
    safeText('Alleen voor eigen gebruik; voor gedeelde of altijd draaiende gateways een API-sleutel.'),
  ],
  links: [safeText('https://code.claude.com/docs/en/legal-and-compliance'), safeText('https://support.claude.com/en/articles/15036540')],
  checked: safeText('Laatst nagekeken: 22 november 2026.'),
} as const;

export const obtainWords = {
  title: safeText('Een setup-token krijgen'),
  steps: [
    { text: safeText('Op een machine met Claude Code, in een terminal van 130 kolommen of meer:'), command: safeText('claude setup-token') },
    { text: safeText('Log in de browser in met het account dat het abonnement heeft.'), command: null },
    { text: safeText('Kopieer de token. Regeleinden en tekst eromheen doen geen kwaad.'), command: null },
  ],
  runHere: safeText('claude staat op deze machine: druk op c om het hier uit te voeren. Kopieer de token voordat je terugkomt.'),
  elsewhere: safeText('claude staat niet op deze machine; een andere is ook goed.'),
} as const;

export const agentsWords = {
  title: safeText('Voor welke agents is het?'),
  explanation: safeText('Agents erven wat main heeft. Een eigen kopie van een agent onder dezelfde naam gaat voor die van main.'),
  all(count: number): SafeText {
    return say`Alle ${count} agents`;
  },
  allFor: safeText('Eén keer bewaard, bij main; eigen kopieën met die naam worden bijgewerkt.'),
  one(agent: SafeText): SafeText {
    return say`Alleen ${agent}`;
  },
  oneFor: safeText('Bewaard in de eigen opslag van die agent; de andere blijven zoals ze zijn.'),
} as const;

export const pasteWords = {
  apiKeyTitle: safeText('Plak je Anthropic API-sleutel'),
  setupTokenTitle: safeText('Plak je setup-token'),
  hint: safeText('Blijft verborgen. Regeleinden, aanhalingstekens en prompttekst gaan eruit.'),
  demoHint: safeText('Demo: druk op Tab voor een verzonnen exemplaar.'),
  read(kind: SafeText, fingerprint: SafeText, length: number): SafeText {
    return say`${kind} ${fingerprint}, ${length} tekens`;
  },
  removed(list: SafeText): SafeText {
    return say`Eruit gehaald: ${list}`;
  },
  otherKind: {
    'api-key': safeText('Dit is een API-sleutel; die wordt zo bewaard en naar gebruik afgerekend.'),
    'setup-token': safeText('Dit is een setup-token; die wordt zo bewaard en telt voor je abonnement.'),
  },
  again: safeText('Wijzigen'),
  againFor: safeText('Terug naar het veld.'),
  keep: safeText('Zo houden'),
  keepFor: safeText('De livecontrole zal uitwijzen of het werkt.'),
} as const;

export const trustWords = {
  /** Where the mark stands in the line above. */
  nothing: safeText(' '),
  title: safeText('De inloggegevens naar dit adres sturen?'),
  foreign(url: SafeText): SafeText {
    return say`De config stuurt Anthropic-aanvragen naar ${url}.`;
  },
  foreignAdvice: safeText('Dat is niet van Anthropic. Wie het beheert, ziet de inloggegevens. OpenClaw stuurt ze er ook heen.'),
  refused(url: SafeText): SafeText {
    return say`De basis-URL ${url} uit de config mag geen inloggegevens krijgen.`;
  },
  send: safeText('Daarheen sturen en controleren'),
  sendFor: safeText('Alleen als je deze server beheert of vertrouwt.'),
  unchecked: safeText('Zonder controle verder'),
  uncheckedFor: safeText('clawdial stuurt ze nergens heen.'),
  back: safeText('Terug'),
  backFor: safeText('Er wordt niets verstuurd of geschreven.'),
} as const;

export const checkWords = {
  title(place: SafeText): SafeText {
    return say`Controle bij ${place}`;
  },
  steps: {
    offline: safeText('Vorm van de inloggegevens'),
    models: safeText('Lijst van modellen (gratis)'),
    message: safeText('Eén woord van Haiku (minder dan $ 0,0001)'),
  },
  skipped: safeText('niet gevraagd'),
  verdicts: {
    valid: safeText('Geldig: Anthropic heeft hiermee geantwoord.'),
    rejected: safeText('Afgewezen: Anthropic aanvaardt deze inloggegevens niet.'),
    limited: safeText('Begrensd: de inloggegevens zijn goed, maar vroegen net te veel.'),
    unfunded: safeText('Zonder tegoed: de inloggegevens zijn goed, maar niets betaalt ervoor.'),
    refused: safeText('Geweigerd: de inloggegevens zijn bekend, maar mogen dit niet.'),
    unreachable: safeText('Onbereikbaar: er kwam geen antwoord, dus er is niets bewezen.'),
    unknown: safeText('Onbekend: het antwoord bewijst niets over de inloggegevens.'),
  },
  notChecked: safeText('Niet gecontroleerd: er is niets naar Anthropic gestuurd.'),
  listOnly: safeText('Geldig voor de lijst van modellen; er is geen bericht gestuurd.'),
  requestId(id: SafeText): SafeText {
    return say`Aanvraag ${id}`;
  },
  quoted(message: SafeText): SafeText {
    return say`Anthropic zegt: ${message}`;
  },
  retryAfter(duration: SafeText): SafeText {
    return say`De server vraagt om ${duration} te wachten.`;
  },
  quotaWindow(window: SafeText): SafeText {
    return say`abonnement, ${window}`;
  },
  resetsIn(duration: SafeText): SafeText {
    return say`begint opnieuw over ${duration}`;
  },
  left(remaining: SafeText, limit: SafeText): SafeText {
    return say`${remaining} van ${limit} over`;
  },
  again: safeText('Opnieuw proberen'),
  againFor: safeText('Nog eens dezelfde controle.'),
  edit: safeText('Inloggegevens wijzigen'),
  editFor: safeText('Terug naar wat je plakte.'),
  save: safeText('Toch bewaren'),
  saveFor: safeText('OpenClaw kan ermee vastlopen.'),
  leave: safeText('Stoppen'),
  leaveFor: safeText('Er wordt niets geschreven.'),
} as const;

export const nameWords = {
  profileId: safeText('Profiel-id'),
  expiry: safeText('Eindigt na'),
  model: safeText('Standaardmodel'),
  profileIdHint: safeText('De naam waaronder OpenClaw het bewaart. OpenClaw zelf zou anthropic:default kiezen.'),
  expiryHint: safeText('Bijvoorbeeld 365d; leeg noteert geen einde. Eén jaar vanaf vandaag is een aanname: de token zegt het niet.'),
  ends: safeText('Einde'),
  endsOn(date: SafeText): SafeText {
    return say`${date} (aangenomen)`;
  },
  recordedEnd(date: SafeText): SafeText {
    return say`Genoteerd einde: ${date} (aangenomen). Vanaf dan gebruikt OpenClaw het niet meer.`;
  },
  never: safeText('niet genoteerd'),
  noEnd: safeText('Er wordt geen einde genoteerd.'),
  replaces(id: SafeText): SafeText {
    return say`${id} bestaat al: de inloggegevens erin worden vervangen, verder niets.`;
  },
  keepModel(model: SafeText): SafeText {
    return say`${model} houden`;
  },
  keepModelFor: safeText('De config blijft zoals ze is.'),
  /** Short enough for the narrowest window; the sentence stands under it where there is room. */
  unknownModel(model: SafeText): SafeText {
    return say`${model} (onbekend)`;
  },
  unknownToOpenClaw(version: SafeText): SafeText {
    return say`niet in de catalogus van OpenClaw ${version}`;
  },
  problems: {
    blank: safeText('Een profiel heeft een id nodig, zoals anthropic:default.'),
    characters: safeText('Gebruik letters, cijfers en . _ - @ + na anthropic:, hoogstens 64.'),
    providerPrefix: safeText('Begin met anthropic: zodat de tools van OpenClaw zelf het vinden.'),
    duration: safeText('Schrijf een tijdsduur zoals 365d, 90d of 12h, of laat het leeg.'),
    otherType(proposal: SafeText): SafeText {
      return say`Dat id bevat inloggegevens van een ander type, die verloren zouden gaan. ${proposal} is vrij.`;
    },
  },
} as const;

export const reviewWords = {
  title: safeText('Wat er geschreven wordt'),
  unchanged(path: SafeText): SafeText {
    return say`${path}: al zoals gewenst`;
  },
  backup: safeText('De oude tekst blijft ernaast bewaard als ….clawdial-backup-<tijd>.'),
  newFile(path: SafeText): SafeText {
    return say`${path} (nieuw)`;
  },
  saving: safeText('Bewaren'),
  replanned: safeText('Een bestand is intussen gewijzigd. Dit is het nieuwe plan; er is niets verloren. Kijk nog eens en druk dan op Enter.'),
} as const;

export const doneWords = {
  saved(profileId: SafeText): SafeText {
    return say`${profileId} bewaard.`;
  },
  notDurable: safeText('De nieuwe tekst staat er, maar de schijf heeft dat niet bevestigd: stroomuitval in de komende seconden kan het ongedaan maken.'),
  agents: safeText('Teruggelezen van schijf: wat OpenClaw nu gebruikt'),
  serves(served: number, total: number): SafeText {
    return say`${served} van ${total} agents gebruiken nu de nieuwe inloggegevens.`;
  },
  backups: safeText('Kopieën van wat er eerst stond'),
  turns(profiles: SafeText): SafeText {
    return say`Er is geen volgorde vastgelegd: OpenClaw wisselt af tussen ${profiles}, te beginnen met wat het langst geleden is gebruikt.`;
  },
  gatewayRestart: safeText('Een draaiende gateway herstart nu vanzelf: auth in de config is gewijzigd.'),
  gatewayNone: safeText('Een draaiende gateway hoeft niet te herstarten: die leest de opslag steeds.'),
  gatewayMemory: safeText('Deze OpenClaw houdt de opslag in het geheugen: herstart een draaiende gateway (openclaw gateway restart).'),
  next: safeText('Verder: stuur je agent een bericht, of voer openclaw models status uit.'),
} as const;

/** Said after leaving, on the normal screen. */
export const goodbyeWords = {
  nothing: safeText('Er is niets geschreven.'),
  saved(profileId: SafeText): SafeText {
    return say`${profileId} bewaard. Later weer kijken: clawdial`;
  },
  demo: safeText('De demo en alle bestanden ervan zijn weg. Zelf instellen: clawdial'),
} as const;
