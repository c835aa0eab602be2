// Sets light or dark before the first paint; a classic script, first in the head, because a module would come too late.
// What the person chose on this computer wins; else the system's own preference. `app/theme.svelte.ts` keeps the choice.
(function () {
  let kept = null;
  try {
    kept = localStorage.getItem("theme");
  } catch {
    // Storage may be refused; the system's preference then decides at every start.
  }
  const dark = kept === null ? matchMedia("(prefers-color-scheme: dark)").matches : kept === "dark";
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
