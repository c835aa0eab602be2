// The regions of the screen, walked with F6: app bar, client banner, rail, main part.

/** Moves focus to the region after the one that has it, and after the last to the first. */
export function nextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")];
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  regions[(here + 1) % regions.length]?.focus();
}
