// What jsdom does not have and the kit uses. Nothing is measured in jsdom, so the observer never reports.
globalThis.ResizeObserver = class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
