// Photos and papers of a client, as a person uses them: choosing, filing, looking, what is allowed, withdrawing.
import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { RECORD } from "../gallery/people-sample";
import { id, photo, scan, sheet, waiting } from "../gallery/photos-sample";
import { findings, openPage } from "../gallery/practice";
import { Refused } from "../lib/backend/backend";
import type { Commands, PhotoOpenView, PhotoRow } from "../lib/backend/contract";
import type { Answers } from "../lib/backend/fake";

const INES = RECORD.banner.id;

const opened = (row: PhotoRow, same_view: PhotoRow[] = []): PhotoOpenView => ({ client: RECORD.banner, row, url: `photo://localhost/photo/${row.id}`, same_view });

const open = (answers: Answers<Commands> = {}) =>
  openPage({ at: "client", client: INES, tab: "photos" }, { photos_view: () => sheet(), ...answers });

const button = (name: string | RegExp) => screen.findByRole("button", { name });
const refused = (words: string, ...fields: { path: string; words: string }[]) =>
  Promise.reject(new Refused(fields.length > 0 ? "bad_input" : "refused", words, fields));
const cancelled = () => Promise.reject(new Refused("cancelled", "The dialog was closed.", []));

describe("photos and papers", () => {
  it("stand behind the fourth tab with their words, and every picture says what it shows", async () => {
    const { user } = openPage({ at: "client", client: INES }, { photos_view: () => sheet() });
    await screen.findByText("October 2026");
    await user.keyboard("{Control>}4{/Control}");
    const newest = await screen.findByRole("img", { name: "Front, 23-Oct-2026" });
    const card = newest.closest("button");
    expect(card?.textContent, "time, visit and scope stand with it").toMatch(/13:45.*A-000031.*Record only/);
    expect(screen.getByText("Letter from Dr. Lind"), "papers stand under them").toBeTruthy();
  });

  it("say what to do where there are none", async () => {
    open({ photos_view: () => sheet({ photos: [], scans: [] }) });
    expect(await screen.findByText(/^No photos yet/), "photos").toBeTruthy();
    expect(screen.getByText(/^No papers yet/), "papers").toBeTruthy();
    expect(screen.queryByText("Hand photos out"), "and nothing can leave").toBeNull();
  });

  it("are taken from files dropped on the window", async () => {
    const { requests } = open({ files_choose: () => ({ sheet: sheet(), refused: [] }) });
    await button("Add photos");
    window.dispatchEvent(new Event("filesdropped"));
    await waitFor(() => expect(requests("files_choose"), "for this client").toEqual([{ client: INES, files_for: "photos" }]));
    expect(requests("signed_pages_choose"), "and for nothing else").toEqual([]);
  });

  it("say why they cannot be shown, and try again", async () => {
    let n = 0;
    const { user } = open({ photos_view: () => (n++ === 0 ? refused("The vault is damaged.") : sheet()) });
    await screen.findByText("The vault is damaged.");
    await user.click(await button("Try again"));
    expect(await screen.findByRole("img", { name: "Front, 23-Oct-2026" }), "they are there").toBeTruthy();
  });

  it("are chosen with Alt+P, and what is no photo is named with what to do", async () => {
    const chosen = { sheet: sheet({ waiting: [waiting(7)] }), refused: [{ file_name: "letter.heic", words: "This is a HEIC picture. Save it as JPEG." }] };
    const { user, requests } = open({ files_choose: () => chosen });
    await screen.findByRole("img", { name: "Front, 23-Oct-2026" });
    await user.keyboard("{Alt>}p{/Alt}");
    await screen.findByText("One file was not taken");
    expect(screen.getByText("letter.heic").parentElement?.textContent, "with its sentence").toContain("Save it as JPEG.");
    expect(screen.getByText("One file waits to be filed"), "the other waits").toBeTruthy();
    expect(requests("files_choose"), "the page names no path").toEqual([{ client: INES, files_for: "photos" }]);
  });

  it("say nothing when the dialog was closed", async () => {
    const { user } = open({ files_choose: cancelled });
    await user.click(await button("Add scans"));
    expect(screen.queryAllByRole("alert").map((alert) => alert.textContent.trim()).join(""), "whoever closed it knows").toBe("");
  });

  it("are filed with what a person says; the camera's time is only a suggestion", async () => {
    const { user, requests } = open({ photos_view: () => sheet({ waiting: [waiting(7)] }), photo_add: () => sheet() });
    const form = within(await screen.findByRole("region", { name: "File IMG_7.jpg" }));
    expect(form.getByText(/^The camera says 19-Nov-2026/), "it says whose time it is").toBeTruthy();
    await user.click(form.getByRole("button", { name: /File photo/ }));
    expect(form.getByText("Choose from where it was taken."), "nothing is chosen beforehand").toBeTruthy();
    await user.click(form.getByRole("radio", { name: "Left side" }));
    await user.selectOptions(form.getByLabelText("Zone"), "Medial cheek");
    await user.click(form.getByRole("button", { name: /File photo/ }));
    expect(form.getByText("Choose the client’s side."), "a zone has a side").toBeTruthy();
    await user.click(form.getByRole("radio", { name: "Left" }));
    await user.click(form.getByRole("radio", { name: "Record and teaching" }));
    await user.click(form.getByRole("button", { name: /File photo/ }));
    await waitFor(() => expect(screen.queryByRole("region", { name: "File IMG_7.jpg" }), "it waits no more").toBeNull());
    expect(requests("photo_add"), "as the person said").toMatchObject([
      { client: INES, token: id(7), view: "left_side", zone: { zone: "z.cheek_medial", side: "left" }, taken_on: "2026-11-19", taken_time: "16:42", scope: "teaching" },
    ]);
  });

  it("keep what was typed when the desk refuses it, and say it at the field", async () => {
    const words = "This time is not on the clock.";
    const { user } = open({
      photos_view: () => sheet({ waiting: [waiting(7)] }), photo_add: () => refused("One field needs a look.", { path: "taken_time", words }),
    });
    const form = within(await screen.findByRole("region", { name: "File IMG_7.jpg" }));
    await user.click(form.getByRole("radio", { name: "Front" }));
    await user.click(form.getByRole("button", { name: /File photo/ }));
    await form.findByText(words);
    expect(form.getByLabelText<HTMLInputElement>("Clock time").value, "still there").toBe("16:42");
  });

  it("open large with Enter, beside another of the same view, and come back with Escape", async () => {
    const [first, second] = sheet().photos;
    if (first === undefined || second === undefined) throw new Error("two photos");
    const { user, requests } = open({
      photo_open: ({ photo: which }) => (which === first.id ? opened(first, [second]) : opened(second)),
    });
    (await screen.findByRole("img", { name: "Front, 23-Oct-2026" })).closest("button")?.focus();
    await user.keyboard("{Enter}");
    await user.selectOptions(await screen.findByLabelText("Put beside it"), "Front, 01-Sep-2026");
    await waitFor(() => expect(screen.getAllByRole("figure").length, "two beside each other").toBe(2));
    expect(requests("photo_open").length, "each is a look of its own").toBe(2);
    await user.keyboard("{Escape}");
    expect(await screen.findByText("Letter from Dr. Lind"), "the sheet again").toBeTruthy();
  });

  it("take what the client allows from now on", async () => {
    const first = photo(1);
    let scope: PhotoRow["scope"] = "record";
    const { user, requests } = open({
      photo_open: () => opened({ ...first, scope }),
      photo_allow: (request) => { scope = request.scope; return sheet(); },
    });
    await user.click((await screen.findByRole("img", { name: "Front, 23-Oct-2026" })));
    await user.click(await screen.findByRole("radio", { name: "Record, teaching and publication" }));
    await waitFor(() => expect(requests("photo_allow"), "written down at once").toEqual([{ photo: first.id, scope: "marketing" }]));
  });

  it("are withdrawn for a reason, and then say so without a picture", async () => {
    const gone = photo(1, { thumbnail_url: null, withdrawn: { reason: "Shows somebody else", by: "Mara Okafor", at: "2026-11-20T14:02:00Z" } });
    const { user, requests } = open({
      photo_open: () => opened(photo(1)),
      photo_withdraw: ({ reason }) => (reason === "" ? refused("One field needs a look.", { path: "reason", words: "Write the reason." }) : sheet({ photos: [gone] })),
    });
    await user.click(await screen.findByRole("img", { name: "Front, 23-Oct-2026" }));
    await user.click(await button("Withdraw for good"));
    await screen.findByText("Write the reason.");
    await user.type(screen.getByLabelText("Why it is withdrawn"), "Shows somebody else");
    await user.click(await button("Withdraw for good"));
    expect(await screen.findByText("Withdrawn by Mara Okafor: Shows somebody else"), "the reason").toBeTruthy();
    expect(screen.queryByRole("img", { name: /Front/ }), "no picture").toBeNull();
    expect(requests("photo_withdraw").length, "asked twice").toBe(2);
  });

  it("leave for teaching only signed for, and say what stayed behind", async () => {
    const written = { file_name: "photos.zip", n_files: 2, n_bytes: 1000, sha256: "ab12", n_left_out: 1 };
    const { user, requests } = open({ photos_export: () => written });
    await user.click(await screen.findByRole("radio", { name: "Teaching" }));
    await user.type(screen.getByLabelText("Your PIN"), "4821{Enter}");
    await screen.findByText("Photos saved as photos.zip");
    expect(screen.getByText(/^One photo stayed behind/), "and why").toBeTruthy();
    expect(requests("photos_export"), "for one use").toEqual([{ client: INES, wanted: "teaching", secret: "4821" }]);
  });

  it("are filed and saved as papers; a PDF is never drawn", async () => {
    const file = waiting(8, { file_name: "letter.pdf", files_for: "scans", camera_on: null, camera_time: null, thumbnail_url: null });
    const { user, requests } = open({
      photos_view: () => sheet({ waiting: [file] }), scan_add: () => sheet(),
      scan_open: () => ({ client: RECORD.banner, row: scan(5), url: null }), scan_save: () => ({ file_name: "copy.pdf" }),
    });
    const form = within(await screen.findByRole("region", { name: "File letter.pdf" }));
    await user.click(form.getByRole("button", { name: /File paper/ }));
    expect(form.getByText("Choose what kind of paper it is."), "nothing is chosen beforehand").toBeTruthy();
    await user.click(form.getByRole("radio", { name: "Other paper" }));
    await user.type(form.getByLabelText("What it is called"), "Letter");
    await user.click(form.getByRole("button", { name: /File paper/ }));
    await waitFor(() => expect(requests("scan_add"), "filed").toEqual([{ client: INES, token: id(8), kind: "other", title: "Letter" }]));
    await user.click(await button(/Letter from Dr. Lind/));
    await screen.findByText(/^A PDF somebody else made is not opened here/);
    await user.click(await button("Save a copy"));
    expect(await screen.findByText("Saved as copy.pdf"), "where it went").toBeTruthy();
  });

  it("have nothing for axe to find, waiting, on the sheet and large", async () => {
    const page = open({ photos_view: () => sheet({ waiting: [waiting(7)] }), photo_open: () => opened(photo(1), [photo(2)]) });
    const first = await screen.findByRole("img", { name: "Front, 23-Oct-2026" });
    expect(await findings(page.container), "the sheet").toEqual([]);
    await page.user.click(first);
    await screen.findByLabelText("Put beside it");
    expect(await findings(page.container), "large").toEqual([]);
  });
});
