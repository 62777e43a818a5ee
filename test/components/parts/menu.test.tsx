import { afterEach, describe, expect, test } from 'vitest';
import { BodyWidthContext } from '../../../components/parts/body-width.ts';
import { Menu, type MenuItem } from '../../../components/parts/Menu.tsx';
import { menuWindow } from '../../../components/parts/menu-window.ts';
import { say, safeText } from '../../../src/terminal/safe-text.ts';
import { renderApp, type Rendered } from '../../support/render.tsx';

let app: Rendered | null = null;

afterEach(() => {
  app?.unmount();
  app = null;
});

const down = '\u001B[B';
const kinds: readonly MenuItem[] = [
  { id: 'api-key', label: say`API key`, description: say`Best for billed use` },
  { id: 'setup-token', label: say`Setup token`, description: say`Best for a subscription` },
  { id: 'none', label: say`Not now` },
];
const many: readonly MenuItem[] = Array.from({ length: 30 }, (_, index) => ({ id: `id-${index}`, label: safeText(`Agent ${index}`) }));

async function menu(items: readonly MenuItem[], rows: number, initialId?: string, columns = 78): Promise<{ readonly running: Rendered; readonly chosen: string[] }> {
  const chosen: string[] = [];
  const initial = initialId === undefined ? {} : { initialId };
  app = await renderApp(<BodyWidthContext value={columns}><Menu items={items} rows={rows} onSelect={(id) => chosen.push(id)} {...initial} /></BodyWidthContext>, { columns: columns + 2 });
  return { running: app, chosen };
}

describe('choosing', () => {
  test('Down and Enter in one write choose the second', async () => {
    const { running, chosen } = await menu(kinds, 10);
    await running.press(`${down}\r`);
    expect(chosen).toEqual(['setup-token']);
  });

  test('a digit chooses at once', async () => {
    const { running, chosen } = await menu(kinds, 10);
    await running.press('3');
    expect(chosen).toEqual(['none']);
  });

  test('an empty menu chooses nothing', async () => {
    const { running, chosen } = await menu([], 10);
    await running.press('\r1');
    expect(chosen).toEqual([]);
  });

  test('the wished item stands highlighted', async () => {
    const { running, chosen } = await menu(kinds, 10, 'none');
    expect(running.frame()).toContain('› Not now');
    await running.press('\r');
    expect(chosen).toEqual(['none']);
  });

  test('items beyond the window are reached by going down', async () => {
    const { running, chosen } = await menu(many, 6);
    expect(running.lines().filter((line) => line.includes('Agent'))).toHaveLength(5);
    await running.press(`${down.repeat(17)}\r`);
    expect(chosen).toEqual(['id-17']);
    expect(running.frame()).toContain('› Agent 17');
  });
});

describe('room', () => {
  test('with much room a blank line parts the items', async () => {
    const { running } = await menu(kinds, 7);
    expect(running.lines().slice(0, 4)).toEqual(['› API key', '  Best for billed use', '', '  Setup token']);
    expect(running.lines()).toHaveLength(7);
  });

  test('with room every description stands under its label', async () => {
    const { running } = await menu(kinds, 6);
    expect(running.lines().slice(0, 5)).toEqual(['› API key', '  Best for billed use', '  Setup token', '  Best for a subscription', '  Not now']);
  });

  test('with less room only the highlighted item explains itself', async () => {
    const { running } = await menu(kinds, 4);
    expect(running.frame()).toContain('Best for billed use');
    expect(running.frame()).not.toContain('subscription');
  });

  test('in a narrow window descriptions go on below themselves, all of them or the highlighted one', async () => {
    const { running } = await menu(kinds, 7, undefined, 17);
    expect(running.lines().slice(0, 7)).toEqual(['› API key', '  Best for billed', '  use', '  Setup token', '  Best for a', '  subscription', '  Not now']);
    running.unmount();
    const { running: low } = await menu(kinds, 6, undefined, 17);
    expect(low.lines().slice(0, 5)).toEqual(['› API key', '  Best for billed', '  use', '  Setup token', '  Not now']);
  });

  test('where there is no room for that either, they are cut', async () => {
    const { running } = await menu(kinds, 4, undefined, 17);
    expect(running.lines().slice(0, 4)).toEqual(['› API key', '  Best for billed …', '  Setup token', '  Not now']);
  });

  test.each([1, 2, 3, 4, 5, 8, 40])('a menu of 30 takes no more than its %i lines, but at least two', (rows) => {
    const described = many.map((item) => ({ ...item, description: say`Best for tests` }));
    const { limit, descriptions } = menuWindow(described, rows);
    const lines = limit + (descriptions === 'all' ? limit : descriptions === 'selected' ? 1 : 0) + (limit < 30 ? 1 : 0);
    expect(lines).toBeLessThanOrEqual(Math.max(2, rows));
  });
});
