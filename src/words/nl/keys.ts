import { say } from '../../terminal/safe-text.ts';

export const wizardKeyLabels = {
  continue: { short: say`verder`, long: say`verder naar het volgende scherm` },
  choose: { short: say`kiezen`, long: say`het gemarkeerde antwoord kiezen` },
  select: { short: say`selecteren`, long: say`een ander antwoord markeren; het nummer kiest het meteen` },
  scroll: { short: say`bladeren`, long: say`verder lezen waar niet alles op het scherm past` },
  back: { short: say`terug`, long: say`terug naar het vorige scherm, zoals je het achterliet` },
  leave: { short: say`stoppen`, long: say`stoppen; er is niets geschreven dat niet getoond en bevestigd is` },
  interrupt: { short: say`stoppen`, long: say`meteen stoppen, overal` },
  cancel: { short: say`afbreken`, long: say`afbreken wat bezig is, en terug` },
  readAgain: { short: say`opnieuw lezen`, long: say`alle bestanden opnieuw lezen` },
  apply: { short: say`dit schrijven`, long: say`de getoonde wijzigingen schrijven; de oude teksten blijven naast de bestanden bewaard` },
  clear: { short: say`wissen`, long: say`het veld leegmaken` },
  check: { short: say`controleren`, long: say`overnemen wat in het veld staat, en het controleren` },
  next: { short: say`volgende`, long: say`overnemen wat in het veld staat, en verder` },
  understood: { short: say`begrepen`, long: say`noteren dat je dit hebt gelezen, en verder` },
  status: { short: say`status`, long: say`naar het dashboard` },
  sample: { short: say`verzonnen voorbeeld`, long: say`verzonnen inloggegevens invullen (alleen in de demo)` },
  runClaude: { short: say`hier uitvoeren`, long: say`claude setup-token in deze terminal uitvoeren, en terugkomen` },
  help: { short: say`toetsen`, long: say`deze lijst; Esc sluit hem` },
} as const;

export const editorKeyLabels = {
  change: { short: say`wijzig`, long: say`de cacheduur van de geselecteerde agent kiezen` },
  review: { short: say`nakijken`, long: say`zien wat er geschreven zou worden` },
  save: { short: say`bewaar`, long: say`de getoonde wijziging schrijven; met u maak je die ongedaan` },
  model: { short: say`per model`, long: say`de cacheduur van het model kiezen, voor alle agents zonder eigen instelling` },
  advice: { short: say`kosten`, long: say`zien wat none, short en long de geselecteerde agent zouden kosten` },
  migrate: { short: say`migreer`, long: say`het oude cacheControlTtl vervangen door cacheRetention` },
  asMeasured: { short: say`zoals gemeten`, long: say`terug naar wat OpenClaw zelf heeft vastgelegd` },
  undo: { short: say`ongedaan`, long: say`het laatste bewaren ongedaan maken, tot op de byte` },
  back: { short: say`terug`, long: say`terug naar de tabel; er wordt niets geschreven` },
  leave: { short: say`stop`, long: say`de editor verlaten; wat bewaard is blijft bewaard` },
  move: { short: say`kies`, long: say`een andere regel selecteren` },
  scroll: { short: say`bladeren`, long: say`verder lezen waar niet alles op het scherm past` },
  every: { short: say`interval`, long: say`rekenen met minder of vaker aanroepen` },
  prefix: { short: say`tokens`, long: say`rekenen met een langere of kortere prompt` },
} as const;
