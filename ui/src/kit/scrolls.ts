// A box that scrolls must be reachable by keyboard, or what is below its edge cannot be read without a mouse.

/** Makes an element a stop of Tab while its content is taller than it; for `{@attach scrolls}`. */
export function scrolls(box: HTMLElement): () => void {
  const measure = () => {
    if (box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  };
  const watch = new ResizeObserver(measure);
  watch.observe(box);
  for (const child of box.children) watch.observe(child);
  return () => watch.disconnect();
}
