import type { FindingCode } from '../../anthropic/finding-codes.ts';
import type { CredentialKind } from '../../anthropic/verdict.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import type { FindingWords } from '../en/check.ts';
import { numberWords, plural } from './amounts.ts';

function words(meaning: string, advice: string): FindingWords {
  return { meaning: safeText(meaning), advice: safeText(advice) };
}

const useApiKey = 'Gebruik voor OpenClaw een API-sleutel, of bekijk de huidige voorwaarden van Anthropic voor abonnementen.';
const tryLater = 'Probeer het over een paar minuten opnieuw.';
const newToken = 'Voer “claude setup-token” opnieuw uit en plak de nieuwe.';

/** What each row of the error dictionary means, and what to do. */
export const findingWords: Readonly<Record<FindingCode, FindingWords>> = {
  'invalid-api-key': words(
    'Anthropic kent deze API-sleutel niet: verkeerd getypt, verwijderd, of geen API-sleutel.',
    'Kopieer die opnieuw uit de Claude Console, of maak daar een nieuwe.',
  ),
  'invalid-bearer-token': words(
    'Anthropic kent deze token niet: onderweg afgekapt of veranderd.',
    'Vergelijk de lengte met het origineel (108 tekens) en plak opnieuw uit een breed venster.',
  ),
  'token-expired': words('De token is verlopen.', newToken),
  'token-revoked': words('De token is ingetrokken.', newToken),
  'api-key-expired': words(
    'De API-sleutel is verlopen; een verlopen sleutel wordt nooit meer actief.',
    'Maak in de Claude Console een nieuwe sleutel aan.',
  ),
  'authentication-failed': words(
    'Anthropic heeft de inloggegevens niet aanvaard, zonder nadere reden.',
    'Ze zijn misschien verwijderd of verlopen. Maak nieuwe aan en plak die.',
  ),

  'oauth-not-supported': words(
    'Dit deel van de API neemt geen setup-tokens aan; dat zegt niets over de token zelf.',
    'Verwijder oude beta-instellingen zoals de 1M-context uit de OpenClaw-config en controleer opnieuw.',
  ),
  'cross-origin-request': words(
    'De aanvraag kwam aan alsof een browser die stuurde; iets onderweg voegt een Origin-header toe.',
    'Controleer zonder de proxy of gateway ertussen.',
  ),
  'request-not-allowed': words(
    'Aanvragen vanaf dit netwerk of deze regio zijn niet toegestaan; dat zegt niets over de inloggegevens.',
    'Controleer zonder VPN of proxy, of vanaf de machine waarop OpenClaw draait.',
  ),

  'only-claude-code': words('Anthropic aanvaardt deze token alleen van Claude Code.', useApiKey),
  'direct-use-refused': words(
    'De token wordt herkend, maar buiten Claude Code is dit model er niet mee te gebruiken. De token is niet slecht en niet opgebruikt.',
    'Bewaar die en probeer een bericht via OpenClaw, of gebruik een API-sleutel.',
  ),
  'claude-code-version': words('Anthropic vraagt voor deze token en dit model een nieuwere Claude Code.', 'Werk OpenClaw bij, of gebruik een API-sleutel.'),
  'key-creator-left': words(
    'De sleutel hoort bij de Claude Code-werkruimte, en wie hem aanmaakte is uit de organisatie vertrokken.',
    'Laat een huidig lid een nieuwe API-sleutel aanmaken.',
  ),
  'organization-on-hold': words(
    'Anthropic heeft de organisatie stilgezet.',
    'Zoek een bericht van Anthropic en maak daar bezwaar. Meer aanvragen helpen niet.',
  ),
  'workspace-required': words(
    'De sleutel hoort bij iemand met meerdere werkruimten, en Anthropic wil er één genoemd zien.',
    'Maak een sleutel voor één werkruimte aan, of stel in OpenClaw de header anthropic-workspace-id in.',
  ),
  'workspace-not-found': words(
    'De werkruimte die de aanvraag noemt bestaat niet voor deze inloggegevens.',
    'Verbeter de werkruimte in OpenClaw, of maak een sleutel voor één werkruimte aan.',
  ),
  'scope-profile': words(
    'De token mag berichten sturen, maar het profiel niet lezen. Voor OpenClaw is dat genoeg.',
    'Controleer met een bericht om te zien of het werkt.',
  ),
  'scope-inference': words('De token mag geen berichten sturen.', newToken),
  'scope-insufficient': words('De token mist een recht dat de aanvraag nodig heeft.', 'Voer “claude setup-token” opnieuw uit, of gebruik een API-sleutel.'),
  'long-context': words(
    'Het abonnement bevat de lange context niet; de inloggegevens zelf zijn goed.',
    'Zet de 1M-context uit in de OpenClaw-config, of zet extra gebruik aan voor het abonnement.',
  ),
  'permission-denied': words('De inloggegevens mogen niet wat er werd gevraagd.', 'Kijk in de Claude Console naar de rechten van de werkruimte.'),
  'model-not-found': words(
    'Het model bestaat niet meer, is verkeerd gespeld, of is hiermee niet te bereiken.',
    'Kies een model uit de lijst die met deze inloggegevens te zien is.',
  ),

  'credit-too-low': words(
    'Het vooruitbetaalde tegoed is op; de sleutel zelf is goed.',
    'Voeg tegoed toe onder Plans & Billing in de Claude Console.',
  ),
  billing: words('Er is iets mis met de betaling; de inloggegevens zelf zijn goed.', 'Kijk onder Plans & Billing in de Claude Console.'),
  'own-spend-limit': words(
    'De bestedingslimiet die de organisatie zichzelf stelde is bereikt.',
    'Verhoog de limiet in de Claude Console, of wacht tot die opnieuw begint.',
  ),
  'enforced-spend-limit': words(
    'De bestedingslimiet van de gebruiksklasse is bereikt; die duurt tot de maand opnieuw begint.',
    'Vraag Anthropic om een hogere klasse, of wacht op het nieuwe begin.',
  ),
  'contract-spend-limit': words('De bestedingslimiet van het contract is bereikt.', 'Overleg met je contactpersoon bij Anthropic, of wacht op het nieuwe begin.'),

  'ramp-limit': words(
    'Het gebruik groeide sneller dan Anthropic toestaat; de inloggegevens zijn goed.',
    'Wacht zo lang als de server vraagt, en laat het gebruik langzaam groeien.',
  ),
  'rate-limited': words('De limiet van aanvragen of tokens is bereikt; de inloggegevens zijn goed.', 'Wacht zo lang als de server vraagt en controleer opnieuw.'),

  'list-not-found': words('Op dit adres is geen lijst van modellen.', 'Is het adres een gateway, controleer dan met een bericht.'),
  'invalid-request': words('De aanvraag is niet begrepen; dat zegt niets over de inloggegevens.', 'Werk clawdial bij, of controleer via OpenClaw.'),
  'request-too-large': words('De aanvraag werd te groot genoemd; iets onderweg verandert haar.', 'Controleer zonder de proxy of gateway ertussen.'),
  'server-error': words('Een fout aan de kant van Anthropic; dat bewijst niets over de inloggegevens.', tryLater),
  'server-timeout': words('Anthropic deed er te lang over; dat bewijst niets over de inloggegevens.', tryLater),
  overloaded: words('Anthropic is overbelast; dat bewijst niets over de inloggegevens.', tryLater),
  'proxy-authentication': words('Een proxy onderweg vraagt om een eigen login.', 'Log in bij de proxy, of controleer zonder.'),
  'unproved-401': words(
    'Iets heeft de aanvraag geweigerd, maar niet in de woorden van Anthropic; misschien een proxy.',
    'Controleer zonder de proxy of gateway ertussen.',
  ),
  'unproved-429': words(
    'Iets vroeg om minder aanvragen, maar niet in de woorden van Anthropic; misschien een proxy.',
    'Wacht een minuut, of controleer zonder de proxy of gateway ertussen.',
  ),
  'not-json': words(
    'Het antwoord komt niet van de API: misschien de loginpagina van een netwerk, of een proxy.',
    'Open een webpagina om op het netwerk in te loggen en controleer opnieuw.',
  ),
  'unexpected-answer': words('Zo’n antwoord geeft de API van Anthropic niet.', 'Kijk naar de basis-URL in de OpenClaw-config en controleer opnieuw.'),

  timeout: words('Er kwam niet op tijd een volledig antwoord.', 'Kijk naar het netwerk en controleer opnieuw.'),
  dns: words('De naam van de host is niet gevonden.', 'Kijk naar het netwerk en de basis-URL en controleer opnieuw.'),
  'refused-connection': words('Op dat adres luistert niets.', 'Kijk naar de basis-URL, en start de gateway als het er een van jou is.'),
  tls: words(
    'De verbinding is niet te beveiligen: het certificaat is niet vertrouwd of past niet. De inloggegevens zijn niet verstuurd.',
    'Inspecteert je netwerk TLS, start clawdial dan met NODE_EXTRA_CA_CERTS op het certificaat ervan.',
  ),
  redirect: words(
    'De server stuurde de aanvraag door naar een ander adres. Dat is niet gevolgd, dus de inloggegevens gingen niet verder.',
    'Zet het uiteindelijke adres in de basis-URL.',
  ),
  'body-too-large': words('Zo’n groot antwoord komt niet van Anthropic; het lezen is gestopt.', 'Kijk naar de basis-URL en controleer opnieuw.'),
  reset: words('De verbinding werd verbroken voordat er antwoord kwam.', 'Kijk naar het netwerk of de proxy en controleer opnieuw.'),
  offline: words('Er is van hier geen weg naar de host.', 'Kijk naar het netwerk en controleer opnieuw.'),
  'connection-failed': words('De verbinding is mislukt.', 'Kijk naar het netwerk en controleer opnieuw.'),
  cancelled: words('De controle is afgebroken.', 'Er is niets bewezen. Controleer opnieuw wanneer je wilt.'),

  'not-asked': words('Alleen de vorm is bekeken; er is niets verstuurd.', 'Controleer met de lijst van modellen of met een bericht om meer te weten.'),
  'not-a-credential': words('De waarde heeft niet de vorm van inloggegevens en is daarom niet verstuurd.', 'Plak een API-sleutel of een setup-token.'),
  'tls-verification-off': words(
    'NODE_TLS_REJECT_UNAUTHORIZED=0 is ingesteld: iedereen onderweg zou kunnen meelezen. Daarom is er niets verstuurd.',
    'Haal die instelling weg en controleer opnieuw; gebruik NODE_EXTRA_CA_CERTS voor een eigen certificaat.',
  ),
  'base-url-refused': words(
    'De basis-URL is niet veilig voor inloggegevens; er is niets verstuurd.',
    'Verbeter de basis-URL in de OpenClaw-config: https, zonder gebruikersnaam, wachtwoord of query.',
  ),
};

/** Beside the step of the model list. */
export function modelsNote(count: number): SafeText {
  return plural(count, { one: say`1 model`, other: say`${numberWords(count)} modellen` });
}

/** Beside the step of the offline check, for what was cut off but is checked because a person said so. */
export function truncatedNote(length: number): SafeText {
  return say`lijkt afgekapt: ${length} tekens, 108 worden verwacht`;
}

/** Beside the step of the offline check, when the credential is kept as another kind than it looks. */
export function otherKindNote(looks: CredentialKind, asked: CredentialKind): SafeText {
  const names = { 'api-key': safeText('een API-sleutel'), 'setup-token': safeText('een setup-token') };
  return say`lijkt op ${names[looks]}, verstuurd als ${names[asked]}`;
}
