// Light or dark, as the person chose on this computer, else as the system says. `public/theme.js` sets the same
// before the first paint; this keeps the choice and changes it.

type Shade = "light" | "dark";

class Theme {
  #shade = $state<Shade>(document.documentElement.dataset["theme"] === "dark" ? "dark" : "light");

  get isDark(): boolean {
    return this.#shade === "dark";
  }

  /** Changes to the other one and remembers it. */
  switch(): void {
    this.#shade = this.isDark ? "light" : "dark";
    document.documentElement.dataset["theme"] = this.#shade;
    try {
      localStorage.setItem("theme", this.#shade);
    } catch {
      // Storage may be refused; the choice then lasts until the window closes.
    }
  }
}

/** The theme of this window. */
export const theme = new Theme();
