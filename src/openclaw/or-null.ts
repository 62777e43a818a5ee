/** Asks the file system. @returns null for whatever it answers instead */
export function orNull<Answer>(ask: () => Answer): Answer | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
