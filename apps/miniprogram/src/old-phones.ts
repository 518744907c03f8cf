// What the shared packages use and phones from before 2022 lack. WeChat fills in some of it, not all of it, not everywhere.
function fill(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const n = Math.trunc(index) || 0;
  return this[n < 0 ? this.length + n : n];
}

fill(Array.prototype, 'at', at);
fill(String.prototype, 'at', function (this: string, index: number) {
  return at.call(this, index);
});
// Not by its own name, which is what is missing.
fill(Object, 'hasOwn', (object: object, key: PropertyKey) => Object.getOwnPropertyDescriptor(object, key) !== undefined);
fill(String.prototype, 'replaceAll', function (this: string, found: string | RegExp, by: string) {
  return typeof found === 'string' ? this.split(found).join(by) : this.replace(found, by);
});
