import { useInput } from 'ink';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { BodyWidthContext } from '../../../components/parts/body-width.ts';
import { CrashBoundary } from '../../../components/parts/CrashBoundary.tsx';
import { fitFooter } from '../../../components/parts/fit-footer.ts';
import { Footer } from '../../../components/parts/Footer.tsx';
import { Frame } from '../../../components/parts/Frame.tsx';
import { KeyValues } from '../../../components/parts/KeyValues.tsx';
import { Menu } from '../../../components/parts/Menu.tsx';
import { Notice } from '../../../components/parts/Notice.tsx';
import { scrollWindow } from '../../../components/parts/scroll-window.ts';
import { Spinner } from '../../../components/parts/Spinner.tsx';
import { Text } from '../../../components/parts/Text.tsx';
import { ThemeContext } from '../../../components/theme.ts';
import { bugLine } from '../../../src/terminal/bug-line.ts';
import { safeText, say } from '../../../src/terminal/safe-text.ts';
import { renderApp, type Rendered, type RenderOptions } from '../../support/render.tsx';

let app: Rendered | null = null;

afterEach(() => {
  app?.unmount();
  app = null;
});

async function show(tree: ReactElement, options: RenderOptions = {}): Promise<Rendered> {
  app = await renderApp(tree, options);
  return app;
}

const keys = [
  { keys: say`Enter`, label: say`choose` },
  { keys: say`Esc`, label: say`back` },
  { keys: say`?`, label: say`help` },
];

describe('text', () => {
  test('a plain string does not compile', () => {
    // @ts-expect-error a string from anywhere has to be made safe first
    expect(<Text>{String('raw')}</Text>).toBeDefined();
  });
});

describe('the frame', () => {
  const step = { current: 2, total: 6, title: say`Credential` };

  test('shows who, where, which step, the body and the keys', async () => {
    const { lines } = await show(
      <Frame columns={60} rows={12} place={say`/home/ada/.openclaw`} step={step} footer={keys}>
        <Text>{say`the body`}</Text>
      </Frame>,
      { columns: 60, rows: 12 },
    );
    const screen = lines();
    expect(screen).toHaveLength(12);
    expect(screen[0]).toMatch(/^ clawdial +\/home\/ada\/\.openclaw$/);
    expect(screen[1]).toBe(' 2/6 Credential');
    expect(screen[4]).toBe(' the body');
    expect(screen[11]).toBe(' Enter choose   Esc back   ? help');
  });

  test.each([[39, 24], [80, 9], [20, 5], [1, 1]])('at %ix%i it asks for a larger window and nothing else', async (columns, rows) => {
    const { lines } = await show(<Frame columns={columns} rows={rows} place={say`x`} step={step} footer={keys} />, { columns, rows });
    expect(lines().every((line) => line.length <= columns)).toBe(true);
    const text = lines().join('').replaceAll(' ', '');
    expect(`Enlargethewindow:${columns}x${rows},needs40x10`.startsWith(text)).toBe(true);
    expect(text).not.toBe('');
  });

  test.each([[40, 10], [80, 24], [500, 200]])('at %ix%i a body that is too long pushes neither header nor footer out', async (columns, rows) => {
    const body = Array.from({ length: 300 }, (_, index) => <Text key={index}>{safeText(`line ${index} ${'wide '.repeat(200)}`)}</Text>);
    const { lines } = await show(
      <Frame columns={columns} rows={rows} place={safeText('/very/long'.repeat(80))} step={step} footer={keys}>
        {body}
      </Frame>,
      { columns, rows },
    );
    const screen = lines();
    expect(screen).toHaveLength(rows);
    expect(Math.max(...screen.map((line) => line.length))).toBeLessThanOrEqual(columns);
    expect(screen[0]).toContain('clawdial');
    expect(screen.at(-1)).toContain('Enter choose');
  });
});

function Typed({ seen }: { readonly seen: string[] }) {
  useInput((input) => {
    seen.push(input);
  });
  return null;
}

test('text that is pasted into a screen without a field presses none of its keys', async () => {
  const pressed: string[] = [];
  const typed: string[] = [];
  const { press } = await show(
    <Frame columns={60} rows={12} place={say`x`} footer={keys}>
      <Typed seen={typed} />
      <Menu items={[{ id: 'j', label: say`J` }, { id: '12', label: say`12` }]} rows={5} onSelect={(id) => pressed.push(id)} />
    </Frame>,
  );
  await press('\u001B[200~2\u001B[201~\u001B[200~1\r2\r\u001B[201~\u001B[200~\r\r\u001B[201~');
  expect(pressed).toEqual([]);
  expect(typed).toEqual([]);
  await press('2');
  expect(pressed).toEqual(['12']);
});

describe('the footer', () => {
  test('on a narrow line the last labels go first, then the last keys; the first key stays', () => {
    const texts = (columns: number): string => fitFooter(keys, columns).map(({ keys: pressed, label }) => `${pressed} ${label}`.trim()).join('   ');
    expect(texts(33)).toBe('Enter choose   Esc back   ? help');
    expect(texts(30)).toBe('Enter choose   Esc back   ?');
    expect(texts(24)).toBe('Enter choose   Esc   ?');
    expect(texts(16)).toBe('Enter choose');
    expect(texts(3)).toBe('Enter choose');
  });

  test('never takes a second line', async () => {
    const { lines } = await show(<Footer items={keys} columns={3} />, { columns: 3 });
    expect(lines()).toHaveLength(1);
  });
});

describe('colours', () => {
  const tree = (color: boolean, unicode: boolean) => (
    <ThemeContext value={{ color, unicode }}>
      <Notice tone="bad" title={say`Rejected`} advice={[say`Paste another key.`]} />
      <Spinner label={say`Checking`} animated={false} />
    </ThemeContext>
  );

  test('without them the marks and words are the same', async () => {
    const { frame } = await show(tree(false, true));
    expect(frame()).toBe('✗ Rejected\n  Paste another key.\n• Checking');
  });

  test('without Unicode everything is drawn in ASCII', async () => {
    const { frame } = await show(tree(true, false));
    expect(frame()).toMatch(/^[ -~\n]+$/);
    expect(frame()).toContain('x Rejected');
  });
});

describe('scrolling', () => {
  test('a list that does not fit leaves one row for a note, and one that fits is shown whole', () => {
    expect(scrollWindow(100, 11, 50)).toEqual({ start: 50, end: 60, complete: false });
    expect(scrollWindow(100, 11, 95)).toEqual({ start: 90, end: 100, complete: false });
    expect(scrollWindow(5, 5, 3)).toEqual({ start: 0, end: 5, complete: true });
  });
});

test('labels and values stand in two columns, and a long value wraps in its own', async () => {
  const { lines } = await show(
    <BodyWidthContext value={32}>
      <KeyValues rows={[{ label: say`Host`, value: say`api.anthropic.com` }, { label: say`Config file`, value: say`one two three four five` }]} />
    </BodyWidthContext>,
    { columns: 32 },
  );
  expect(lines()).toEqual(['Host         api.anthropic.com', 'Config file  one two three four', '             five']);
});

test('a fault in a component shows one line without stack, source and credential, and is reported', async () => {
  const faults: unknown[] = [];
  function Broken(): ReactElement {
    throw new Error(`broken with sk-ant-api03-${'x'.repeat(95)}`);
  }
  const { frame } = await show(
    <CrashBoundary describe={(error) => bugLine(error)} onCrash={(error) => faults.push(error)}>
      <Broken />
    </CrashBoundary>,
    { columns: 300 },
  );
  expect(frame()).toMatch(/^clawdial stopped because of a fault of its own: Error: broken with \[secret\]\. .*$/);
  expect(faults).toHaveLength(1);
});
