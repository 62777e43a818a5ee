import { say, type SafeText } from '../../terminal/safe-text.ts';

/** What stands on the screens of the editor. */
export const editorWords = {
  title: say`Prompt caching`,
  adviceTitle: say`Wat caching zou kosten`,
  menuTitle: (name: SafeText): SafeText => say`Cacheduur van ${name}`,
  migrateTitle: say`Van cacheControlTtl naar cacheRetention`,
  migrateMeaning: say`cacheControlTtl is de oudere naam. Waar een standaard voor API-sleutels voorgaat, is wat nu wordt verstuurd iets anders dan er staat; dan verschillen de twee manieren.`,
  nothingToMigrate: say`Geen agent heeft nog de oudere cacheControlTtl: er is niets te migreren.`,
  keep: {
    effective: { label: say`Houden wat nu wordt verstuurd`, description: say`Geen aanvraag verandert.` },
    meant: { label: say`Nemen wat de oude instelling zegt`, description: say`Aanvragen kunnen veranderen, zie hierboven.` },
  },
  reviewTitle: say`Wat er geschreven wordt`,
  noAgents: say`geen agents`,
  now: say`Nu`,
  place: say`Bepaald door`,
  would: say`Hiermee`,
  same: say`er verandert voor geen agent iets`,
  more: (count: number): SafeText => say`en nog ${count}`,
  undoing: say`Het laatste bewaren ongedaan maken`,
  saved: say`Bewaard. Met u maak je het ongedaan.`,
  nothing: say`Het is al zo: er is niets te schrijven.`,
} as const;
