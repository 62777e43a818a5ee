/** Makes a value when it is first asked for: formats of `Intl` are slow to make, and most commands need none. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
