import { describe, expect, test } from 'vitest';
import { parseVersion } from '../../src/openclaw/version.ts';
import { gatewayEffect, type GatewayEffect } from '../../src/rules/gateway-reload.ts';

function effect(paths: readonly string[], config: object = {}, text = '2026.2.24'): GatewayEffect {
  const version = parseVersion(text);
  if (version === null) throw new Error(text);
  return gatewayEffect(
    paths.map((path) => path.split('.')),
    { ...config },
    version,
  );
}

describe('what a running gateway does', () => {
  test.each<[string, GatewayEffect]>([
    ['auth.profiles.anthropic:default', 'restart'],
    ['auth.order.anthropic', 'restart'],
    ['env.vars.X', 'restart'],
    ['diagnostics.cacheTrace', 'restart'],
    ['gateway.port', 'restart'],
    ['plugins.x', 'restart'],
    ['gateway.reload.mode', 'none'],
    ['agents.defaults.models', 'none'],
    ['agents.defaults.heartbeat.every', 'none'],
    ['models.providers', 'none'],
    ['meta.lastTouchedAt', 'none'],
    ['agentsX', 'restart'],
  ])('2026.2.24, %s: %s', (path, expected) => {
    expect(effect([path])).toBe(expected);
  });

  test('one path that needs a restart is enough; no path needs none', () => {
    expect(effect(['agents.list', 'auth.order'])).toBe('restart');
    expect(effect([])).toBe('none');
  });

  test.each<[string, string, GatewayEffect]>([
    ['off', 'auth.order', 'none'],
    ['hot', 'auth.order', 'none'],
    ['hybrid', 'auth.order', 'restart'],
    ['restart', 'agents.list', 'restart'],
  ])('gateway.reload.mode %s, %s: %s', (mode, path, expected) => {
    expect(effect([path], { gateway: { reload: { mode } } })).toBe(expected);
  });

  test('2026.9.6 takes a new order and new profiles as they come, and knows only hybrid and off', () => {
    expect(effect(['auth.order.anthropic', 'auth.profiles.x'], {}, '2026.9.6')).toBe('none');
    expect(effect(['env.vars.X'], {}, '2026.9.6')).toBe('restart');
    expect(effect(['agents.list'], { gateway: { reload: { mode: 'restart' } } }, '2026.9.6')).toBe('none');
  });
});
