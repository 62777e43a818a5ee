/** Why the last change is not taken back. */
export type UndoRefusal =
  /** No change is remembered beside this config. */
  | { readonly code: 'nothing'; readonly path: string }
  /** The file is not as the change left it; of a store, one of the places that were edited. */
  | { readonly code: 'moved-on'; readonly path: string; readonly backup: string | null }
  /** The copy from before is gone, or is not what it was. */
  | { readonly code: 'no-backup'; readonly path: string; readonly backup: string | null }
  /** `failure` is the errno name. */
  | { readonly code: 'unreadable'; readonly path: string; readonly failure: string };
