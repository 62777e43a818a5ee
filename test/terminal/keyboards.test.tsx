import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { InputModeContext } from '../../components/parts/input-mode.ts';
import { emptyDraft, secretOf } from '../../components/parts/secret-draft.ts';
import { SecretField } from '../../components/parts/SecretField.tsx';
import { cleanPaste } from '../../src/anthropic/paste.ts';
import { isInterrupt, isSuspend } from '../../src/terminal/key-tokens.ts';
import { say } from '../../src/terminal/safe-text.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { renderApp, type Rendered } from '../support/render.tsx';

let app: Rendered | null = null;

afterEach(() => {
  app?.unmount();
  app = null;
});

const credential = `sk-ant-api03-${'x'.repeat(93)}AA`;

/** The credential field as the program has it. */
async function field(): Promise<{ readonly running: Rendered; readonly submitted: string[] }> {
  const submitted: string[] = [];
  function Screen() {
    const [draft, setDraft] = useState(emptyDraft);
    return (
      <InputModeContext value={(mode) => app?.feed.setMode(mode)}>
        <SecretField label={say`Key`} draft={draft} onChange={setDraft} onSubmit={() => submitted.push(secretOf(draft).reveal())} />
      </InputModeContext>
    );
  }
  app = await renderApp(<Screen />);
  app.feed.setMode('secret');
  return { running: app, submitted };
}

describe('a kitty keyboard', () => {
  test.each([
    ['letters', '\u001B[97u\u001B[98;1u\u001B[13u', 'ab'],
    ['capital letters', '\u001B[97:65;2u\u001B[98;2u\u001B[13u', 'AB'],
    ['a shifted sign that is none', '\u001B[97:99999999;2u\u001B[13u', 'A'],
    ['signs over digits', '\u001B[49:33;2u\u001B[13u', '!'],
    ['keys without text', 'a\u001B[57358u\u001B[57441;2u\u001B[13u', 'a'],
    ['Shift+Enter', 'ab\u001B[13;2u', 'ab'],
    ['Backspace', 'ab\u001B[127u\u001B[13u', 'a'],
    ['Ctrl+U', 'junk\u001B[117;5uab\u001B[13u', 'ab'],
    ['arrows with Num Lock', 'ab\u001B[1;129Dx\u001B[13u', 'axb'],
  ])('%s', async (_, keys, expected) => {
    const { running, submitted } = await field();
    await running.press(keys);
    expect(submitted).toEqual([expected]);
  });

  test.each([
    ['Ctrl+C', '\u0003'], ['kitty’s', '\u001B[99;5u'], ['with Num Lock', '\u001B[99;133u'], ['with Caps Lock', '\u001B[99;69u'], ['with its other parts', '\u001B[99::99;5:1u'],
    ['xterm’s', '\u001B[27;5;99~'], ['kitty’s Escape', '\u001B[27u'], ['Escape with Num Lock', '\u001B[27;129u'],
  ])('%s interrupts', (_, text) => {
    expect(isInterrupt({ kind: 'key', text })).toBe(true);
  });

  test.each(['c', '\u001B[99u', '\u001B[99;6u', '\u001B[99;7u', '\u001B[27;3u', '\u001B[122;5u', '\u001B[A'])('%j does not', (text) => {
    expect(isInterrupt({ kind: 'key', text })).toBe(false);
  });

  test.each(['\u001A', '\u001B[122;5u', '\u001B[122;133u', '\u001B[27;5;122~'])('%j suspends', (text) => {
    expect(isSuspend({ kind: 'key', text })).toBe(true);
  });
});

describe('a paste', () => {
  /** The reads in which it arrives, one after the other at once. */
  async function paste(reads: readonly string[]): Promise<{ readonly submitted: readonly string[]; readonly found: string }> {
    const { running, submitted } = await field();
    for (const read of reads) await running.press(read);
    const early = [...submitted];
    await running.press('\r');
    return { submitted: early, found: cleanPaste(new Secret(submitted.at(-1) ?? '')).text.reveal() };
  }

  test.each<[string, readonly string[]]>([
    ['from Windows Terminal, with its line break', [`${credential}\r`]],
    ['with CR LF', [`${credential}\r\n`]],
    ['over ssh in small packets', [credential.slice(0, 9), `${credential.slice(9, 60)}`, `${credential.slice(60)}\r`]],
    ['bracketed twice, as by tmux within tmux', [`\u001B[200~\u001B[200~${credential}\u001B[201~\u001B[201~`]],
    ['with its brackets in packets of their own', ['\u001B[200~', credential, '\u001B[201~']],
    ['broken over lines by WSL', [`\u001B[200~${credential.slice(0, 80)}\r\n${credential.slice(80)}\r\n\u001B[201~`]],
    ['of a whole screen with colours', [`\u001B[200~\u001B[32m$ echo\u001B[0m\r\n  ${credential}  \r\n$ \u001B[201~`]],
    ['with a byte order mark and NULs', [`\u001B[200~\uFEFF${credential}\u0000\u0000\u001B[201~`]],
  ])('%s is one credential, and waits for Enter', async (_, reads) => {
    expect(await paste(reads)).toEqual({ submitted: [], found: credential });
  });

  test('letters that are keys elsewhere are only letters here', async () => {
    const { running, submitted } = await field();
    await running.press('nctqy?/\r');
    expect(submitted).toEqual(['nctqy?/']);
  });
});
