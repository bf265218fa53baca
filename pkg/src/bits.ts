/** Each option with a bit of its own. Behind the 32nd they are shared: then a list is looked through for repeats it may not have. */
export function bits(options: readonly string[]): ReadonlyMap<unknown, number> {
  return new Map(options.map((option, at) => [option, 1 << at]));
}
