import { describe, expect, it } from 'vitest';
import { codeCachePlace } from '../../src/code-cache/place.ts';

const home = process.env['HOME'] ?? '';

describe('where compiled code is kept', () => {
  it.each([
    ['linux', {}, `${home}/.cache`],
    ['linux', { XDG_CACHE_HOME: '/var/cache/me' }, '/var/cache/me'],
    ['linux', { XDG_CACHE_HOME: 'not/absolute' }, `${home}/.cache`],
    ['linux', { XDG_CACHE_HOME: '' }, `${home}/.cache`],
    ['darwin', { XDG_CACHE_HOME: '/var/cache/me' }, `${home}/Library/Caches`],
    ['win32', { LOCALAPPDATA: '/users/me/local' }, '/users/me/local'],
  ] satisfies readonly (readonly [NodeJS.Platform, NodeJS.ProcessEnv, string])[])('%s with %j: %s', (platform, variables, parent) => {
    expect(codeCachePlace(variables, platform)).toEqual({ parent, directory: `${parent}/clawdial` });
  });

  it('is nowhere where Node is told to keep none', () => {
    expect(codeCachePlace({ NODE_DISABLE_COMPILE_CACHE: '1' }, 'linux')).toBeNull();
  });
});
