import type { PtySession } from './pty.ts';

/** What a program that writes lines said, read as it comes, as a screen reader would. */
export interface Transcript {
  /** Waits for a text in what was said since the last call; line ends count as spaces. @returns all that was said meanwhile */
  hear(wanted: string | RegExp): Promise<string>;
  /** Hears the text, then answers with a line. */
  answer(wanted: string | RegExp, line: string): Promise<string>;
}

export function transcriptOf(session: PtySession): Transcript {
  let heard = 0;
  const since = (): string => session.bytes().slice(heard).replace(/\s+/g, ' ');
  const hear: Transcript['hear'] = async (wanted) => {
    const isThere = (): boolean => (typeof wanted === 'string' ? since().includes(wanted) : wanted.test(since()));
    await session.untilScreen(isThere, `said: ${String(wanted)}`);
    const text = since();
    heard = session.bytes().length;
    return text;
  };
  return {
    hear,
    answer: async (wanted, line) => {
      const text = await hear(wanted);
      session.write(`${line}\r`);
      return text;
    },
  };
}
