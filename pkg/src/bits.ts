/** Each option with a bit of its own; there are fewer than 32. */
export function bits(options: readonly string[]): ReadonlyMap<unknown, number> {
  return new Map(options.map((option, at) => [option, 1 << at]));
}
