import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { Text, usePaste, useInput, type Key } from 'ink';
import SelectInput from 'ink-select-input';
import TextInput from 'ink-text-input';
import { useEffect, useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { KeyFeed } from '../../src/terminal/key-feed.ts';
import { renderApp, type Rendered } from '../support/render.tsx';

let app: Rendered | null = null;

afterEach(() => {
  app?.unmount();
  app = null;
});

const down = '\u001B[B';
const credential = `sk-ant-api03-${'x'.repeat(93)}AA`;

function Choice({ onSelect }: { readonly onSelect: (value: string) => void }) {
  const items = ['one', 'two', 'three', 'four'].map((value) => ({ label: value, value }));
  return <SelectInput items={items} onSelect={(item) => onSelect(item.value)} />;
}

function Field({ onSubmit }: { readonly onSubmit: (value: string) => void }) {
  const [value, setValue] = useState('');
  return <TextInput value={value} onChange={setValue} onSubmit={onSubmit} />;
}

function keyName(input: string, key: Key): string {
  if (key.escape) return 'Esc';
  if (key.return) return 'Enter';
  if (key.ctrl) return `Ctrl+${input}`;
  if (key.meta) return `Alt+${input}`;
  if (key.downArrow) return 'Down';
  return input;
}

function Recorder({ seen, paste = false }: { readonly seen: string[]; readonly paste?: boolean }) {
  useInput((input, key) => {
    seen.push(keyName(input, key));
  });
  usePaste((text) => void seen.push(`paste ${text}`), { isActive: paste });
  return <Text>recorder</Text>;
}

/** The first screen is left with Enter; the second counts the keys that it gets. */
function TwoScreens({ seen }: { readonly seen: string[] }) {
  const [second, setSecond] = useState(false);
  return second ? <Recorder key="second" seen={seen} /> : <Choice key="first" onSelect={() => setSecond(true)} />;
}

/** A key counts only when the effects of the one before it, and what they set, have come through. */
function EffectChain({ counted }: { readonly counted: string[] }) {
  const [typed, setTyped] = useState('');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  // oxlint-disable-next-line react/set-state-in-effect -- the chain of effects is what is tested
  useEffect(() => setFirst(typed), [typed]);
  // oxlint-disable-next-line react/set-state-in-effect -- its second link
  useEffect(() => setSecond(first), [first]);
  useInput((input) => {
    if (second === typed) counted.push(input);
    setTyped(typed + input);
  });
  return <Text>{second}</Text>;
}

describe('keys that arrive together', () => {
  test('a key waits for the effects of the key before it, and for what those set', async () => {
    const counted: string[] = [];
    app = await renderApp(<EffectChain counted={counted} />);
    await app.press('abcdef');
    expect(counted.join('')).toBe('abcdef');
  });

  test('Down Down Enter in one write chooses the third item', async () => {
    const chosen: string[] = [];
    app = await renderApp(<Choice onSelect={(value) => chosen.push(value)} />);
    await app.press(`${down}${down}\r`);
    expect(chosen).toEqual(['three']);
  });

  test('hi and Enter in one write submit hi', async () => {
    const submitted: string[] = [];
    app = await renderApp(<Field onSubmit={(value) => submitted.push(value)} />);
    await app.press('hi\r');
    expect(submitted).toEqual(['hi']);
  });

  test('500 keys in one write are all handled, in order, with less than 3 ms of work a key', async () => {
    const submitted: string[] = [];
    app = await renderApp(<Field onSubmit={(value) => submitted.push(value)} />);
    const text = Array.from({ length: 499 }, (_, index) => 'abcdefghij'.charAt(index % 10)).join('');
    const before = process.cpuUsage();
    await app.press(`${text}\r`);
    expect(submitted).toEqual([text]);
    // Processor time, because the machine may be busy with something else.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1500);
  });

  test('the keys after an Enter reach the screen that the Enter opened', async () => {
    const seen: string[] = [];
    app = await renderApp(<TwoScreens seen={seen} />);
    await app.press('\rab\r');
    expect(seen).toEqual(['a', 'b', 'Enter']);
  });

  test('two backspaces in one write delete two characters', async () => {
    const submitted: string[] = [];
    app = await renderApp(<Field onSubmit={(value) => submitted.push(value)} />);
    await app.press('abcd\u007F\u007F\r');
    expect(submitted).toEqual(['ab']);
  });
});

describe('Escape', () => {
  test('Escape and a letter in one write are two keys, not Alt and the letter', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} />);
    await app.press('\u001Bq');
    expect(seen).toEqual(['Esc', 'q']);
  });

  test('an arrow key that is split over two reads stays one key', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} />);
    void app.press('\u001B');
    void app.press('[');
    await app.press('B');
    expect(seen).toEqual(['Down']);
  });

  test('Escape alone arrives without a key after it', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} />);
    await app.press('a\u001B');
    expect(seen).toEqual(['a', 'Esc']);
  });

  test('the torn end of a control sequence is not typed into the app', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} />);
    await app.press('\u001B[1;5');
    expect(seen).toEqual([]);
    await app.press('z');
    expect(seen).toEqual(['z']);
  });
});

describe('characters', () => {
  test('characters split in the middle of their bytes arrive whole', async () => {
    const source = Object.assign(new PassThrough(), { isTTY: true });
    const feed = new KeyFeed({ source });
    const got: string[] = [];
    feed.stdin.setEncoding('utf8');
    feed.stdin.on('readable', () => {
      for (let chunk: unknown = feed.stdin.read(); chunk !== null; chunk = feed.stdin.read()) got.push(String(chunk));
    });
    feed.stdin.setRawMode(true);
    const bytes = Buffer.from('é👍🏽');
    source.write(bytes.subarray(0, 1));
    await vi.waitFor(() => expect(source.readableLength).toBe(0));
    source.write(bytes.subarray(1, 4));
    await vi.waitFor(() => expect(got).toEqual(['é']));
    source.write(bytes.subarray(4));
    await vi.waitFor(() => expect(got.join('')).toBe('é👍🏽'));
    feed.stop();
  });

  test('a line feed is Enter, and a CR LF pair is two', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} />);
    await app.press('a\nb\r\n');
    expect(seen).toEqual(['a', 'Enter', 'b', 'Enter', 'Enter']);
  });
});

describe('pastes', () => {
  test('a bracketed paste is one event and does not press Enter', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} paste />);
    app.feed.setMode('secret');
    await app.press(`\u001B[200~${credential}\r\u001B[201~`);
    expect(seen).toEqual([`paste ${credential}\r`]);
  });

  test('a bracketed paste in many reads is one event', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} paste />);
    app.feed.setMode('secret');
    void app.press('\u001B[20');
    void app.press('0~sk-ant-');
    void app.press('\u001B');
    await app.press('[201~x');
    expect(seen).toEqual(['paste sk-ant-', 'x']);
  });

  test('where a secret is asked for, an unbracketed paste with its line break does not submit', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} paste />);
    app.feed.setMode('secret');
    await app.press(`${credential}\r`);
    expect(seen).toEqual([`paste ${credential}\r`]);
    await app.press('\r');
    expect(seen.at(-1)).toBe('Enter');
  });

  test('where a secret is asked for, the end of a paste that comes in a second read belongs to the paste', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} paste />);
    app.feed.setMode('secret');
    void app.press(credential.slice(0, 100));
    await app.press(`${credential.slice(100)}\r`);
    expect(seen).toEqual([`paste ${credential}\r`]);
  });

  test('a coloured paste loses its colours', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} paste />);
    app.feed.setMode('secret');
    await app.press(`\u001B[32m${credential}\u001B[0m\n`);
    expect(seen).toEqual([`paste ${credential}\n`]);
  });

  test('short typing where a secret is asked for stays single keys', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} paste />);
    app.feed.setMode('secret');
    await app.press('abc\r');
    expect(seen).toEqual(['a', 'b', 'c', 'Enter']);
  });

  test('elsewhere a paste with line breaks presses no Enter and a pasted digit chooses nothing', async () => {
    const chosen: string[] = [];
    app = await renderApp(<Choice onSelect={(value) => chosen.push(value)} />);
    await app.press('\u001B[200~2\u001B[201~\u001B[200~two\r\n\u001B[201~');
    expect(chosen).toEqual([]);
  });

  test('a paste whose end never comes is delivered, and keys work again', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} paste />);
    await app.press('\u001B[200~lost end');
    await app.press('x');
    expect(seen).toEqual(['paste lost end', 'x']);
  });
});

describe('while something runs', () => {
  test('keys wait, and arrive in order after it', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} />);
    app.feed.hold();
    await app.press('ab');
    expect(seen).toEqual([]);
    app.feed.release();
    await app.press('c');
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  test('Ctrl+C and Escape do not wait, and forget what was typed before them', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} />);
    app.feed.hold();
    await app.press('ab\u0003c');
    await vi.waitFor(() => expect(seen).toEqual(['Ctrl+c']));
    await app.press('\u001B');
    await vi.waitFor(() => expect(seen).toEqual(['Ctrl+c', 'Esc']));
    app.feed.release();
    await app.press('d');
    expect(seen).toEqual(['Ctrl+c', 'Esc', 'd']);
  });

  test('dropped keys never arrive', async () => {
    const seen: string[] = [];
    app = await renderApp(<Recorder seen={seen} />);
    app.feed.hold();
    await app.press('ab');
    app.feed.drop();
    app.feed.release();
    await app.press('c');
    expect(seen).toEqual(['c']);
  });
});

describe('the terminal', () => {
  test('raw mode goes on once and off when the feed stops, and nothing listens any more', () => {
    const raw: boolean[] = [];
    const source = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => raw.push(on) });
    const feed = new KeyFeed({ source });
    feed.stdin.setRawMode(true);
    feed.stdin.setRawMode(false);
    feed.stdin.setRawMode(true);
    expect(raw).toEqual([true]);
    feed.stop();
    expect(raw).toEqual([true, false]);
    expect(source.listenerCount('data')).toBe(0);
  });

  test('what another reader takes from stdin while the feed is paused is not ours, what was typed before is', async () => {
    const seen: string[] = [];
    const raw: boolean[] = [];
    const source = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => raw.push(on) });
    const feed = new KeyFeed({ source });
    feed.stdin.setEncoding('utf8');
    feed.stdin.on('readable', () => {
      for (let chunk: unknown = feed.stdin.read(); chunk !== null; chunk = feed.stdin.read()) seen.push(String(chunk));
    });
    feed.stdin.setRawMode(true);
    feed.hold();
    source.write('a');
    await feed.idle();
    await feed.pause();
    const line = once(source, 'data');
    source.resume();
    source.write('theirs');
    expect(String(await line)).toBe('theirs');
    feed.resume();
    feed.release();
    source.write('b');
    await vi.waitFor(() => expect(seen).toEqual(['a', 'b']));
    expect(raw).toEqual([true, false, true]);
    feed.stop();
  });

  test('the end of stdin is reported once', async () => {
    const source = Object.assign(new PassThrough(), { isTTY: true });
    const ended = vi.fn<() => void>();
    const feed = new KeyFeed({ source, onEnd: ended });
    feed.stdin.setRawMode(true);
    source.end();
    await vi.waitFor(() => expect(ended).toHaveBeenCalled());
    source.destroy();
    expect(ended).toHaveBeenCalledTimes(1);
  });

  test('Ctrl+Z goes to the program, not to the screen', async () => {
    const source = Object.assign(new PassThrough(), { isTTY: true });
    const suspended = vi.fn<() => void>();
    const feed = new KeyFeed({ source, onSuspend: suspended });
    feed.stdin.on('readable', () => feed.stdin.read() as unknown);
    feed.stdin.setRawMode(true);
    source.write('\u001A');
    await vi.waitFor(() => expect(suspended).toHaveBeenCalledTimes(1));
    feed.hold();
    source.write('a\u001A');
    await vi.waitFor(() => expect(suspended).toHaveBeenCalledTimes(2));
    feed.stop();
  });
});
