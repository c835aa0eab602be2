// Values with their names, as the desk sends them, in the shape the kit's lists take.

interface Named<T> {
  value: T;
  words: string;
}

/** Options for a Choice or a Select. */
export function options<T extends string>(values: readonly Named<T>[]): { value: T; label: string }[] {
  return values.map(({ value, words }) => ({ value, label: words }));
}
