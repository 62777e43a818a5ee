import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProfileStore } from '../../src/openclaw/snapshot.ts';
import { parseStore } from '../../src/openclaw/stores/parse-store.ts';
import { emptyStore, mergeStores } from '../../src/rules/store-merge.ts';

const february = { text: '2026.2.24', year: 2026, month: 2, patch: 24 };
const september = { text: '2026.9.6', year: 2026, month: 9, patch: 6 };

const ids = fc.constantFrom('anthropic:a', 'anthropic:b', 'anthropic:c', 'openai:a', 'inline-api-key:anthropic');
const providers = fc.constantFrom('anthropic', 'openai', ' Anthropic ');

/** Any store, as it would be read from the disk; `mark` tells whose a secret is. */
const stores = (mark: string): fc.Arbitrary<ProfileStore> =>
  fc
    .record({
      profiles: fc.dictionary(ids, fc.record({ type: fc.constant('api_key'), provider: providers, key: fc.constant(mark) })),
      order: fc.dictionary(providers, fc.array(ids, { minLength: 1, maxLength: 4 })),
      lastGood: fc.dictionary(providers, ids),
      usageStats: fc.dictionary(ids, fc.record({ errorCount: fc.nat(9) })),
    })
    .map((content) => parseStore(content, content, september) ?? emptyStore);

const pairs = fc.tuple(stores('shared'), stores('own'));

describe.each([february, september])('the shared store under an agent’s own, $text', (version) => {
  test('each profile is taken whole, the agent’s winning, and none is lost or made up', () => {
    fc.assert(
      fc.property(pairs, ([shared, own]) => {
        const { profiles } = mergeStores(shared, own, version);
        expect(new Set(profiles.keys())).toEqual(new Set([...shared.profiles.keys(), ...own.profiles.keys()]));
        for (const [id, profile] of profiles) expect(profile).toBe(own.profiles.get(id) ?? shared.profiles.get(id));
      }),
    );
  });

  test('statistics are the agent’s where it has any of a profile, else the shared ones', () => {
    fc.assert(
      fc.property(pairs, ([shared, own]) => {
        for (const [id, stats] of mergeStores(shared, own, version).usage) expect(stats).toBe(own.usage.get(id) ?? shared.usage.get(id));
      }),
    );
  });

  test('an empty store of its own changes nothing that counts, nor does merging twice', () => {
    fc.assert(
      fc.property(pairs, ([shared, own]) => {
        const once = mergeStores(shared, own, version);
        expect([...mergeStores(shared, emptyStore, version).profiles]).toEqual([...shared.profiles]);
        expect([...mergeStores(once, own, version).profiles.keys()].toSorted()).toEqual([...once.profiles.keys()].toSorted());
        expect([...mergeStores(once, own, version).usage]).toEqual(expect.arrayContaining([...once.usage]));
      }),
    );
  });
});

describe('from 2026.8.1', () => {
  const named = (provider: string): string => provider.trim().toLowerCase();

  test('the agent’s own profiles come first', () => {
    fc.assert(
      fc.property(pairs, ([shared, own]) => {
        const merged = [...mergeStores(shared, own, september).profiles.keys()];
        expect(merged.slice(0, own.profiles.size)).toEqual([...own.profiles.keys()]);
      }),
    );
  });

  test('its own order holds; else its own profiles go before the shared one, of which nothing is lost', () => {
    fc.assert(
      fc.property(pairs, ([shared, own]) => {
        const merged = mergeStores(shared, own, september);
        for (const provider of new Set([...own.profiles.values()].map((profile) => named(profile.provider)))) {
          const written = [...own.order].find(([name]) => named(name) === provider)?.[1];
          const inherited = [...shared.order].find(([name]) => named(name) === provider)?.[1];
          const entries = [...merged.order].filter(([name]) => named(name) === provider);
          if (written === undefined && inherited === undefined) {
            expect(entries).toEqual([]);
            continue;
          }
          expect(entries).toHaveLength(1);
          const order = entries[0]?.[1] ?? [];
          const ownIds = [...own.profiles.values()].filter((profile) => named(profile.provider) === provider).map(({ id }) => id);
          if (written === undefined) {
            expect(order.slice(0, ownIds.length)).toEqual(ownIds);
            expect(order).toEqual(expect.arrayContaining([...(inherited ?? [])]));
          } else expect(order).toEqual([...new Set(written)]);
        }
      }),
    );
  });

  test('nothing speaks of a profile that is not there, save keys that stand in no store', () => {
    fc.assert(
      fc.property(pairs, ([shared, own]) => {
        const { profiles, usage, lastGood } = mergeStores(shared, own, september);
        for (const id of usage.keys()) expect(profiles.has(id) || id.startsWith('inline-api-key:')).toBe(true);
        for (const id of lastGood.values()) expect(profiles.has(id)).toBe(true);
      }),
    );
  });
});

test('in 2026.2.24 an order is taken whole, and the shared profiles come first', () => {
  const shared = parseStore({ profiles: { s: { type: 'api_key', provider: 'anthropic', key: 'x' } } }, { order: { anthropic: ['s'] } }, february) ?? emptyStore;
  const own = parseStore({ profiles: { o: { type: 'api_key', provider: 'anthropic', key: 'x' } } }, null, february) ?? emptyStore;
  const merged = mergeStores(shared, own, february);
  expect([[...merged.profiles.keys()], merged.order.get('anthropic')]).toEqual([['s', 'o'], ['s']]);
});
