import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { InputModeContext } from '../../../components/parts/input-mode.ts';
import { emptyDraft, secretOf } from '../../../components/parts/secret-draft.ts';
import { SecretField } from '../../../components/parts/SecretField.tsx';
import { TextField } from '../../../components/parts/TextField.tsx';
import type { KeyMode } from '../../../src/terminal/key-tokens.ts';
import { say, type SafeText } from '../../../src/terminal/safe-text.ts';
import { renderApp, type Rendered } from '../../support/render.tsx';

let app: Rendered | null = null;

afterEach(() => {
  app?.unmount();
  app = null;
});

const credential = `sk-ant-api03-${'x'.repeat(93)}AA`;

function SecretScreen({ submitted, setMode }: { readonly submitted: string[]; readonly setMode: (mode: KeyMode) => void }) {
  const [draft, setDraft] = useState(emptyDraft);
  const [left, setLeft] = useState(false);
  return (
    <InputModeContext value={setMode}>
      {left ? null : (
        <SecretField
          label={say`API key`}
          draft={draft}
          onChange={setDraft}
          onSubmit={() => {
            submitted.push(secretOf(draft).reveal());
            setLeft(true);
          }}
        />
      )}
    </InputModeContext>
  );
}

async function secretScreen(columns = 80): Promise<{ readonly running: Rendered; readonly submitted: string[]; readonly modes: KeyMode[] }> {
  const submitted: string[] = [];
  const modes: KeyMode[] = [];
  const setMode = (mode: KeyMode): void => {
    modes.push(mode);
    app?.feed.setMode(mode);
  };
  app = await renderApp(<SecretScreen submitted={submitted} setMode={setMode} />, { columns });
  app.feed.setMode(modes.at(-1) ?? 'keys');
  return { running: app, submitted, modes };
}

describe('the secret field', () => {
  test('shows caret and count in the narrowest body', async () => {
    const { running } = await secretScreen(38);
    await running.press(`\u001B[200~${credential.repeat(10)}\u001B[201~`);
    expect(running.frame()).toMatch(/^› •+▏ {2}1,080 characters$/m);
  });

  test('a pasted credential is held, counted and never drawn', async () => {
    const { running, submitted } = await secretScreen();
    await running.press(`\u001B[200~${credential}\n\u001B[201~`);
    expect(running.frame()).toContain('108 characters');
    expect(running.raw()).not.toContain('sk-ant');
    expect(running.raw()).not.toContain('xxx');
    expect(submitted).toEqual([]);
    await running.press('\r');
    expect(submitted).toEqual([`${credential}\n`]);
  });

  test('a paste that the terminal does not mark, with its line break, waits for Enter too', async () => {
    const { running, submitted } = await secretScreen();
    await running.press(`${credential}\r`);
    expect(submitted).toEqual([]);
    expect(running.frame()).toContain('108 characters');
  });

  test('the marks do not tell how long a long secret is', async () => {
    const { running } = await secretScreen();
    await running.press('\u001B[200~' + credential + '\u001B[201~');
    const line = running.lines().find((text) => text.includes('characters')) ?? '';
    expect(line.match(/•/g)).toHaveLength(16);
  });

  test('keys edit it: all in one write', async () => {
    const { running, submitted } = await secretScreen();
    await running.press('abXc\u001B[D\u007F\u0001Z\u0005d\r');
    expect(submitted).toEqual(['Zabcd']);
  });

  test('Ctrl+U, Ctrl+W, Ctrl+K, Delete, Home and End do what they do in a shell', async () => {
    const { running, submitted } = await secretScreen();
    await running.press('junk\u0015one-two\u0017three\u001B[H\u001B[3~\u001B[F\u001B[D\u000B\r');
    expect(submitted).toEqual(['ne-thre']);
  });

  test('the feed looks out for pastes while the field has the focus, and no longer', async () => {
    const { running, modes } = await secretScreen();
    expect(modes).toEqual(['secret']);
    await running.press('x\r');
    expect(modes).toEqual(['secret', 'keys']);
  });
});

function NameScreen({ submitted, changes }: { readonly submitted: string[]; readonly changes: string[] }) {
  const [value, setValue] = useState<SafeText>(say``);
  const change = (next: SafeText): void => {
    changes.push(next);
    setValue(next);
  };
  return <TextField label={say`Profile`} value={value} onChange={change} onSubmit={(text) => submitted.push(text)} error={say`Taken`} />;
}

describe('the text field', () => {
  async function nameScreen(): Promise<{ readonly running: Rendered; readonly submitted: string[]; readonly changes: string[] }> {
    const submitted: string[] = [];
    const changes: string[] = [];
    app = await renderApp(<NameScreen submitted={submitted} changes={changes} />);
    return { running: app, submitted, changes };
  }

  test('keys in one write arrive in order, and edit as in a shell', async () => {
    const { running, submitted } = await nameScreen();
    await running.press('a\u0001b\u0005c\u001B[D\u001B[D\u0001d\r');
    expect(submitted).toEqual(['dbac']);
  });

  test.each([
    ['a flag of two parts', 'a🇳🇱\u007Fb', 'ab'],
    ['a letter with a combining accent', 'ae\u0301\u007Fb', 'ab'],
    ['a wide character', '日本\u001B[D\u007F語', '語本'],
    ['a Korean syllable', '한국\u001B[D\u001B[D\u001B[3~', '국'],
    ['right-to-left letters', 'אב\u007Fג', 'אג'],
    ['a caret at the start', 'ab\u001B[D\u001B[D\u001B[Dx', 'xab'],
  ])('%s is edited as one character', async (_, keys, expected) => {
    const { running, submitted } = await nameScreen();
    await running.press(`${keys}\r`);
    expect(submitted).toEqual([expected]);
  });

  test('a paste goes to the caret', async () => {
    const { running, submitted } = await nameScreen();
    await running.press('ad\u001B[D');
    await running.press('\u001B[200~bc\u001B[201~');
    await running.press('\r');
    expect(submitted).toEqual(['abcd']);
  });

  test('a value wider than the line keeps the caret in sight, on one line', async () => {
    const { running } = await nameScreen();
    await running.press(`${'日本'.repeat(40)}x`);
    expect(running.lines().filter((text) => text.includes('本'))).toEqual([expect.stringMatching(/^› .*日本x$/)]);
    await running.press('\u001B[H');
    expect(running.lines().find((text) => text.includes('本'))).toMatch(/^› 日本日本[^x]*$/);
  });

  test('Ctrl+U empties it', async () => {
    const { running, submitted } = await nameScreen();
    await running.press('wrong\u0015right\r');
    expect(submitted).toEqual(['right']);
  });

  test('Escape types nothing', async () => {
    const { running, submitted } = await nameScreen();
    await running.press('ab\u001B');
    await running.press('c\r');
    expect(submitted).toEqual(['abc']);
  });

  test('a paste is one line of plain text, and typing goes on after it', async () => {
    const { running, submitted, changes } = await nameScreen();
    await running.press('\u001B[200~work\r\n\u202Elaptop\u001B[31m\r\n\u001B[201~');
    expect(submitted).toEqual([]);
    await running.press('!\r');
    expect(submitted).toEqual(['work laptop!']);
    expect(changes.join('')).not.toMatch(/[\p{C}]/u);
  });

  test('backspace over an emoji leaves no half character', async () => {
    const { running, submitted } = await nameScreen();
    await running.press('a😀\u007Fb\r');
    expect(submitted).toEqual(['ab']);
  });

  test('what is wrong stands under it, with a mark', async () => {
    const { running } = await nameScreen();
    expect(running.frame()).toContain('✗ Taken');
  });
});
