import { readFile, readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPictures, type Pictures } from '../support/pictures.ts';

const docs = new URL('../../docs/', import.meta.url);

let drawn: Pictures;
let kept: readonly string[];

beforeAll(async () => {
  drawn = await drawPictures();
  kept = (await readdir(docs)).filter((name) => name.endsWith('.svg')).map((name) => name.replace('.svg', ''));
}, 60_000);

/** What stands on the lines of a picture: in a review the difference is read as text. */
function linesOf(svg: string): readonly string[] {
  return svg.split('\n').map((line) => line.replace(/<[^>]*>/g, '')).filter((line) => line !== '');
}

const renew = 'The screens have changed. See whether they should have, then renew the pictures: npm run pictures';

describe('the pictures in docs/', () => {
  it('are of the screens that there are', () => {
    expect([...kept].toSorted(), renew).toEqual([...drawn.keys()].toSorted());
  });

  it.each(['found', 'choose', 'paste', 'check', 'review', 'done', 'status', 'status.nl', 'cache', 'cache.nl', 'doctor'])('%s shows what the program shows', async (name) => {
    const svg = await readFile(new URL(`${name}.svg`, docs), 'utf8');
    expect(linesOf(svg), renew).toEqual(linesOf(drawn.get(name) ?? ''));
    expect(svg === drawn.get(name), renew).toBe(true);
  });

  it('hold no credential and no path of a machine', () => {
    for (const svg of drawn.values()) {
      expect(svg).not.toMatch(/sk-ant-[a-z0-9]+-[A-Za-z0-9_-]{9,}/);
      expect(svg).not.toMatch(/\/(?:tmp|home|root|work|Users)\//);
    }
  });
});
