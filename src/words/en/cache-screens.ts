import { say, type SafeText } from '../../terminal/safe-text.ts';

/** What stands on the screens of the editor. */
export const editorWords = {
  title: say`Prompt cache`,
  adviceTitle: say`What caching would cost`,
  menuTitle: (name: SafeText): SafeText => say`Cache retention of ${name}`,
  migrateTitle: say`From cacheControlTtl to cacheRetention`,
  migrateMeaning: say`cacheControlTtl is the older name. Where an API-key default beats it, what is sent today is not what it says; then the two ways differ.`,
  nothingToMigrate: say`No agent’s settings have the older cacheControlTtl: nothing to migrate.`,
  keep: {
    effective: { label: say`Keep what is sent today`, description: say`No request changes.` },
    meant: { label: say`Take what the old setting says`, description: say`Requests may change, as shown above.` },
  },
  reviewTitle: say`What will be written`,
  noAgents: say`no agents`,
  now: say`Now`,
  place: say`Decided by`,
  would: say`With this`,
  same: say`nothing changes for any agent`,
  more: (count: number): SafeText => say`and ${count} more`,
  undoing: say`Taking the last save back`,
  saved: say`Saved. u takes it back.`,
  nothing: say`It is so already: nothing to write.`,
} as const;
