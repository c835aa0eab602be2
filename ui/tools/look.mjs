// Looks at the built gallery with a real browser: pictures in both themes and sizes, axe on every part, every target's
// size, and any complaint of the window's own content policy. Ends with 1 when something is wrong.
import { createReadStream, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const BUILT = fileURLToPath(new URL("../../out/gallery/", import.meta.url));
const SHOTS = fileURLToPath(new URL("../../out/gallery-shots/", import.meta.url));
const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const KIT = ["map", "fields", "messages", "signing"];
const PEOPLE = ["setup", "lock", "users", "today", "empty", "clients", "new", "edit", "client", "open", "details", "documents", "document", "paper", "letter", "settings", "keys", "password", "pin", "choose", "photos", "access", "journal", "retention", "restore", "signed"];
const ALL = [...KIT, ...PEOPLE.map((part) => `people-${part}`)];
// LOOK=people-photos,people-journal looks at these only.
const PARTS = process.env.LOOK === undefined ? ALL : process.env.LOOK.split(",");
// The third is the first one with the text at 200 %.
const SIZES = [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }, { width: 683, height: 384 }];
const THEMES = ["light", "dark"];
const SMALLEST_PX = 44;
const MOST_STOPS = 90;

// The policy of the window, without the schemes that only the window has.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; form-action 'none'; " +
  "base-uri 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

const server = createServer((request, response) => {
  const path = join(BUILT, normalize(new URL(request.url ?? "/", "http://localhost").pathname));
  if (!path.startsWith(BUILT) || !existsSync(path)) return response.writeHead(404).end();
  response.writeHead(200, { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream", "Content-Security-Policy": POLICY });
  createReadStream(path).pipe(response);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const origin = `http://127.0.0.1:${server.address().port}`;

mkdirSync(SHOTS, { recursive: true });
const browser = await chromium.launch({
  executablePath: BROWSER,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const complaints = [];
for (const colorScheme of THEMES) {
  for (const viewport of SIZES) {
    for (const part of PARTS) complaints.push(...(await look(colorScheme, viewport, part)));
  }
}
complaints.push(...(await themeIsKept()));
await browser.close();
server.close();

for (const complaint of complaints) console.error(complaint);
console.log(`${complaints.length} complaints, pictures in out/gallery-shots`);
process.exitCode = complaints.length === 0 ? 0 : 1;

async function look(colorScheme, viewport, part) {
  const name = `${part}-${viewport.width}x${viewport.height}-${colorScheme}`;
  const page = await browser.newPage({ colorScheme, viewport, reducedMotion: "reduce" });
  const found = [];
  page.on("console", (message) => message.type() === "error" && found.push(`${name}: ${message.text()}`));
  page.on("pageerror", (error) => found.push(`${name}: ${error.message}`));
  await page.goto(`${origin}/gallery.html#${part}`);
  await page.locator("h1").first().waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  found.push(...(await axe(page)).map((violation) => `${name}: axe ${violation}`));
  found.push(...(await cutOff(page)).map((text) => `${name}: wider than the screen: ${text}`));
  found.push(...(await smallTargets(page)).map((target) => `${name}: smaller than ${SMALLEST_PX} px: ${target}`));
  found.push(...(await stopsWithoutRing(page)).map((stop) => `${name}: focus is not seen on ${stop}`));
  const dialogs = KIT.includes(part) ? [["keys", "?"], ...(part === "messages" ? [["dialog", "Alt+o"]] : [])] : [];
  for (const [dialog, keys] of dialogs) {
    await page.locator("main").focus();
    await page.keyboard.press(keys);
    await page.locator("dialog[open]").waitFor();
    found.push(...(await axe(page)).map((violation) => `${name}, ${dialog}: axe ${violation}`));
    await page.screenshot({ path: join(SHOTS, `${name}-${dialog}.png`) });
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  }
  const moving = await page.evaluate(() => document.getAnimations().length);
  if (moving > 0) found.push(`${name}: ${moving} animations although the person asked for none`);
  await page.close();
  return found;
}

/** The theme that was chosen is there again after a start, whatever the system says. */
async function themeIsKept() {
  const page = await browser.newPage({ colorScheme: "light" });
  await page.goto(`${origin}/gallery.html`);
  await page.getByRole("button", { name: "Dark colours" }).click();
  await page.reload();
  const theme = await page.evaluate(() => document.documentElement.dataset.theme);
  await page.close();
  return theme === "dark" ? [] : [`the theme is ${theme} after dark was chosen`];
}

/** Walks through every stop of Tab and lists those without a ring of 3 px, on the control or on what frames it. */
async function stopsWithoutRing(page) {
  const unseen = [];
  await page.locator("body").evaluate((body) => body.ownerDocument.activeElement?.blur?.());
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const control = document.activeElement;
      if (control === null || control === document.body) return "end";
      const ringed = [control, control.closest("label"), control.closest(".box")].filter(Boolean).some((frame) => {
        const style = getComputedStyle(frame);
        return style.outlineStyle === "solid" && Number.parseFloat(style.outlineWidth) >= 3;
      });
      return ringed || control.matches("svg [data-zone]") ? "seen" : control.outerHTML.slice(0, 120);
    });
    if (seen === "end") return unseen;
    if (seen !== "seen") unseen.push(seen);
  }
  return [...unseen, `no end after ${MOST_STOPS} stops`];
}

/** What sticks out of the screen sideways, where nobody would look for it. */
async function cutOff(page) {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll("button, input, textarea, select, h1, h2, dd, th")];
    return controls
      .filter((control) => control.getBoundingClientRect().right > innerWidth + 1)
      .map((control) => (control.textContent ?? "").trim().slice(0, 60) || control.outerHTML.slice(0, 80));
  });
}

async function axe(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}

/** Controls that a gloved finger would miss; the zones of the map have their keys and their list instead. */
async function smallTargets(page) {
  return page.evaluate((smallest) => {
    const targets = document.querySelectorAll("button, a[href], select, input:not([type=checkbox], [type=radio])");
    return [...targets]
      .map((target) => [target.closest(".box") ?? target, target])
      .filter(([shown]) => shown.getBoundingClientRect().width > 0)
      .filter(([shown]) => shown.getBoundingClientRect().height < smallest - 0.5 || shown.getBoundingClientRect().width < smallest - 0.5)
      .map(([, target]) => target.outerHTML.slice(0, 120));
  }, SMALLEST_PX);
}
