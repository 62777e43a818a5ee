import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const module = fileURLToPath(new URL('../../src/terminal/engine-settings.ts', import.meta.url));

/** Makes what lives a while, as frames do. @returns bytes of the new space afterwards */
function newSpaceAfter(preparation: string): number {
  const program = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { suitEngineToScreens } from ${JSON.stringify(module)};
    ${preparation}
    let living = [];
    for (let index = 0; index < 2_000_000; index += 1) {
      living.push({ index });
      if (living.length > 200_000) living = living.slice(100_000);
    }
    console.log(getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--experimental-strip-types', '--no-warnings', '--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return Number(stdout);
}

test('the new space stays as it is where it would grow to many times that', () => {
  const bound = newSpaceAfter('suitEngineToScreens();');
  expect(bound).toBeGreaterThan(0);
  expect(bound).toBeLessThanOrEqual(4 * 1024 * 1024);
  expect(newSpaceAfter('')).toBeGreaterThan(4 * bound);
});

test('V8’s last compiler rests where there is a middle one, and works again when V8 is as it started', () => {
  const program = `
    import { setFlagsFromString } from 'node:v8';
    import { resetEngine, suitEngineToScreens } from ${JSON.stringify(module)};
    setFlagsFromString('--allow-natives-syntax');
    const compiledAs = new Function('work', 'for (let index = 0; index < 40_000; index += 1) work(index); return %ActiveTierIsTurbofan(work);');
    const work = () => new Function('count', 'let sum = 0; for (let index = 0; index < 200; index += 1) sum += index ^ count; return sum;');
    suitEngineToScreens();
    const suited = compiledAs(work());
    resetEngine();
    console.log(JSON.stringify([suited, compiledAs(work())]));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--experimental-strip-types', '--no-warnings', '--no-concurrent-recompilation', '--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(stderr).toBe('');
  // Node 22 has only the last one.
  const hasMiddleCompiler = Number.parseInt(process.versions.v8, 10) >= 13;
  expect(JSON.parse(stdout)).toEqual([!hasMiddleCompiler, true]);
});
