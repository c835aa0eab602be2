//! The window as a person meets it: press, type, click by name, look.
//!
//! Everything waits for what it names and never sleeps for a guessed time.

use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::{keys, picture, room};

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(15);
/// How often it is looked for.
const GLANCE: Duration = Duration::from_millis(15);
/// A control that is farther away than this is reached by nobody.
const MOST_TABS: usize = 90;
/// The name under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
const FIND: &str = include_str!("find.js");
const AXE: &str = include_str!("axe.js");

/// An open window.
pub(crate) struct App {
    runtime: Runtime,
    client: Option<Client>,
    driver: Child,
    vault: String,
    frame_buffer: PathBuf,
}

impl App {
    /// Opens `program` at `vault` through a driver that listens on `port`.
    pub(crate) fn open(
        driver: Child,
        port: u16,
        program: &Path,
        vault: &Path,
        frame_buffer: &Path,
    ) -> anyhow::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let vault = vault.to_str().context("the vault's folder is not UTF-8")?.to_owned();
        let options = json!({ "binary": program, "args": ["--vault", vault] });
        let wanted = Capabilities::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
        let address = format!("http://127.0.0.1:{port}");
        let mut app = Self { runtime, client: None, driver, vault, frame_buffer: frame_buffer.to_owned() };
        let started = Instant::now();
        while app.client.is_none() {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match app.ask(builder.capabilities(wanted.clone()).connect(&address)) {
                Ok(client) => app.client = Some(client),
                Err(problem) if started.elapsed() > PATIENCE => {
                    return Err(problem).context("the window does not open");
                }
                Err(_) => app.glance(),
            }
        }
        Ok(app)
    }

    /// Presses a key or a chord: "Enter", "Ctrl+K".
    pub(crate) fn press(&self, chord: &str) -> anyhow::Result<()> {
        self.ask(self.client()?.perform_actions(keys::press(chord)?))
    }

    /// Types into whatever has the focus.
    pub(crate) fn type_text(&self, text: &str) -> anyhow::Result<()> {
        self.ask(self.client()?.perform_actions(keys::type_text(text)))
    }

    /// Puts `text` into the field called `label`, in place of what stands there.
    pub(crate) fn type_into(&self, label: &str, text: &str) -> anyhow::Result<()> {
        let field = self.find("field", label, None)?;
        self.fill(&field, text).with_context(|| format!("typing into “{label}”"))
    }

    /// Puts a date into the three boxes of the group called `label`.
    pub(crate) fn type_date(&self, label: &str, day_month_year: [&str; 3]) -> anyhow::Result<()> {
        for (part, text) in ["Day", "Month", "Year"].into_iter().zip(day_month_year) {
            let field = self.find("field", part, Some(label))?;
            self.fill(&field, text).with_context(|| format!("typing into “{label}”"))?;
        }
        Ok(())
    }

    /// Picks `option` from the list called `label`.
    pub(crate) fn pick(&self, label: &str, option: &str) -> anyhow::Result<()> {
        let list = self.find("field", label, None)?;
        self.ask(list.select_by_label(option)).with_context(|| format!("picking {option} in “{label}”"))
    }

    /// Clicks the button, link or line called `name`.
    pub(crate) fn click(&self, name: &str) -> anyhow::Result<()> {
        let button = self.find("button", name, None)?;
        self.click_element(&button).with_context(|| format!("clicking “{name}”"))
    }

    /// Goes to the control whose name begins with `name` by Tab, as a person without a pointer does, and presses Enter.
    pub(crate) fn tab_to(&self, name: &str) -> anyhow::Result<()> {
        let focused = "const at = document.activeElement; \
             return (at?.getAttribute('aria-label') ?? at?.textContent ?? '').replace(/\\s+/g, ' ').trim()";
        for _ in 0..MOST_TABS {
            let on = self.run(focused, Vec::new())?;
            let is_free = "return !document.activeElement.matches(':disabled, [aria-disabled=true]')";
            if on.as_str().is_some_and(|on| on.starts_with(name)) && self.run(is_free, Vec::new())? == true {
                return self.press("Enter");
            }
            self.press("Tab")?;
        }
        self.screenshot("failed")?;
        bail!("“{name}” is not reached by Tab on “{}” (out/failed.png)", self.screen()?)
    }

    /// Clicks the middle of the first element that `selector` finds: what lies in a frame has no name out here.
    pub(crate) fn click_middle_of(&self, selector: &str) -> anyhow::Result<()> {
        let find = || self.run("return document.querySelector(arguments[0])", vec![json!(selector)]);
        self.wait(|| Ok(!find()?.is_null()), || format!("there is no {selector}"))?;
        let element = self.element(&find()?)?.with_context(|| format!("there is no {selector}"))?;
        self.click_element(&element)
    }

    /// Clicks `option` in the group called `group`: one of a few, or a box to tick.
    pub(crate) fn choose(&self, group: &str, option: &str) -> anyhow::Result<()> {
        let choice = self.find("choice", option, Some(group))?;
        self.click_element(&choice).with_context(|| format!("choosing {option} in “{group}”"))
    }

    /// Ticks the box called `label`.
    pub(crate) fn tick(&self, label: &str) -> anyhow::Result<()> {
        let choice = self.find("choice", label, None)?;
        self.click_element(&choice).with_context(|| format!("ticking “{label}”"))
    }

    /// Signs in the field of the group called `label`, with two strokes of a pen-like hand.
    pub(crate) fn sign(&self, label: &str) -> anyhow::Result<()> {
        let field = self.run(
            "return [...document.querySelectorAll('[role=group]')].find((group) => \
             document.getElementById(group.getAttribute('aria-labelledby'))?.textContent.trim() === arguments[0])\
             ?.querySelector('[role=img]') ?? null",
            vec![json!(label)],
        )?;
        let field = self.element(&field)?.with_context(|| format!("no field to sign called “{label}”"))?;
        self.run("arguments[0].scrollIntoView({ block: 'center' })", vec![serde_json::to_value(&field)?])?;
        self.ask(self.client()?.perform_actions(strokes(&field)))
    }

    /// Waits until the screen named `name` stands.
    pub(crate) fn expect_screen(&self, name: &str) -> anyhow::Result<()> {
        self.wait(
            || Ok(self.screen()? == name),
            || format!("the screen “{name}” did not come; it is “{}”", self.screen().unwrap_or_default()),
        )
    }

    /// Waits until `text` can be read on the page.
    pub(crate) fn expect_text(&self, text: &str) -> anyhow::Result<()> {
        self.wait(|| Ok(self.text()?.contains(text)), || format!("“{text}” cannot be read"))
    }

    /// Everything that can be read on the page.
    pub(crate) fn text(&self) -> anyhow::Result<String> {
        Ok(self.run("return document.body.innerText", Vec::new())?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until a control of `kind` with this name is there, enabled and in sight.
    pub(crate) fn find(&self, kind: &str, name: &str, within: Option<&str>) -> anyhow::Result<Element> {
        let started = Instant::now();
        loop {
            let found = self.run(FIND, vec![json!(kind), json!(name), json!(within), json!(false)])?;
            if let Some(element) = self.element(&found)? {
                return Ok(element);
            }
            if started.elapsed() > PATIENCE {
                let there = self.run(FIND, vec![json!(kind), json!(name), json!(within), json!(true)])?;
                self.screenshot("failed")?;
                bail!("no {kind} “{name}” in {within:?} on “{}”; there are {there} (out/failed.png)", self.screen()?);
            }
            self.glance();
        }
    }

    /// Waits until `holds` says yes.
    pub(crate) fn wait(
        &self,
        holds: impl Fn() -> anyhow::Result<bool>,
        otherwise: impl Fn() -> String,
    ) -> anyhow::Result<()> {
        let started = Instant::now();
        while !holds()? {
            if started.elapsed() > PATIENCE {
                self.screenshot("failed")?;
                bail!("{} (out/failed.png)", otherwise());
            }
            self.glance();
        }
        Ok(())
    }

    /// Runs JavaScript in the page, as the body of a function.
    pub(crate) fn run(&self, script: &str, arguments: Vec<Value>) -> anyhow::Result<Value> {
        let beginning: String = script.chars().take(60).collect();
        self.ask(self.client()?.execute(script, arguments)).with_context(|| format!("running “{beginning}…”"))
    }

    /// Runs JavaScript in the engine's own viewer inside the page's one frame.
    pub(crate) fn run_in_viewer(&self, script: &str) -> anyhow::Result<Value> {
        let client = self.client()?;
        // The frame holds the paper's address; the engine puts its viewer into a frame of its own in there.
        let entered = self.ask(async {
            client.enter_frame(0).await?;
            client.enter_frame(0).await
        });
        let said = entered.and_then(|()| self.run(script, Vec::new()));
        self.ask(async {
            client.enter_parent_frame().await?;
            client.enter_parent_frame().await
        })?;
        said
    }

    /// Leaves a picture of the window in `out/`.
    pub(crate) fn screenshot(&self, name: &str) -> anyhow::Result<()> {
        // Two frames later everything that was asked for is painted.
        let painted =
            "window.painted = false; requestAnimationFrame(() => requestAnimationFrame(() => (window.painted = true)))";
        self.run(painted, Vec::new())?;
        self.wait(|| Ok(self.run("return window.painted", Vec::new())? == true), || "nothing is painted".to_owned())?;
        picture::write(&self.frame_buffer, &room::out()?.join(format!("{name}.png")))
    }

    /// Asks axe-core what is wrong with the page for people who cannot see it, hear it or use a mouse.
    pub(crate) fn axe(&self) -> anyhow::Result<()> {
        let axe = std::fs::read_to_string(journeys::project().join("ui/node_modules/axe-core/axe.min.js"))?;
        self.run(&in_ascii(&axe), Vec::new())?;
        self.run(AXE, Vec::new())?;
        let found = || self.run("return window.axeFound", Vec::new());
        self.wait(|| Ok(!found()?.is_null()), || "axe-core did not come to an end".to_owned())?;
        let found = found()?;
        ensure!(found == json!([]), "axe-core on “{}”: {found:#}", self.screen()?);
        Ok(())
    }

    /// Ends the program at once, as a power cut would.
    pub(crate) fn kill(self) -> anyhow::Result<()> {
        let process = process_at(&self.vault)?.context("the window's process is not there")?;
        let killed = std::process::Command::new("kill").args(["-9", &process]).status()?;
        ensure!(killed.success(), "the process could not be ended");
        Ok(())
    }

    fn screen(&self) -> anyhow::Result<String> {
        let name = self.run("return document.querySelector('main')?.dataset.screen ?? ''", Vec::new())?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    fn fill(&self, field: &Element, text: &str) -> anyhow::Result<()> {
        // The driver does not scroll a column of its own.
        self.run("arguments[0].scrollIntoView({ block: 'center' })", vec![serde_json::to_value(field)?])?;
        self.ask(async {
            field.clear().await?;
            field.send_keys(text).await
        })?;
        Ok(())
    }

    fn click_element(&self, element: &Element) -> anyhow::Result<()> {
        self.ask(element.click())
    }

    fn element(&self, found: &Value) -> anyhow::Result<Option<Element>> {
        let Some(id) = found.get(ELEMENT).and_then(Value::as_str) else { return Ok(None) };
        Ok(Some(Element::from_element_id(self.client()?.clone(), ElementRef::from(id.to_owned()))))
    }

    /// Waits for the driver, but not for ever: a page that hangs must fail the test.
    fn ask<T, E>(&self, answer: impl Future<Output = Result<T, E>>) -> anyhow::Result<T>
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        let answered = self.runtime.block_on(async { tokio::time::timeout(PATIENCE, answer).await });
        Ok(answered.context("the window does not answer")??)
    }

    fn client(&self) -> anyhow::Result<&Client> {
        self.client.as_ref().context("the window is not open")
    }

    fn glance(&self) {
        self.runtime.block_on(async { tokio::time::sleep(GLANCE).await });
    }
}

impl Drop for App {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // A window that was killed cannot be closed any more.
            let _ = self.ask(client.close());
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// Two strokes around the middle of `field`.
fn strokes(field: &Element) -> MouseActions {
    let at = |x: f64, y: f64| PointerAction::MoveToElement { element: field.clone(), duration: None, x, y };
    let to = |x: f64, y: f64| PointerAction::MoveBy { duration: Some(Duration::from_millis(8)), x, y };
    let (down, up) =
        (PointerAction::Down { button: MOUSE_BUTTON_LEFT }, PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    let first =
        [at(-120.0, 10.0), down.clone(), to(20.0, -30.0), to(20.0, 30.0), to(20.0, -25.0), to(25.0, 20.0), up.clone()];
    let second = [at(0.0, -5.0), down, to(30.0, 15.0), to(25.0, -20.0), to(40.0, 5.0), up];
    first.into_iter().chain(second).fold(MouseActions::new("hand".to_owned()), MouseActions::then)
}

/// `script` with every other character escaped, which JavaScript reads the same in its texts and patterns.
/// WebKitWebDriver never answers a long request that holds others.
fn in_ascii(script: &str) -> String {
    let escape = |unit: u16| match u8::try_from(unit) {
        Ok(byte) if byte.is_ascii() => char::from(byte).to_string(),
        Ok(_) | Err(_) => format!("\\u{unit:04x}"),
    };
    script.encode_utf16().map(escape).collect()
}

/// The process whose arguments name this vault, and which is the window itself.
fn process_at(vault: &str) -> anyhow::Result<Option<String>> {
    for entry in std::fs::read_dir("/proc")? {
        let entry = entry?;
        let Ok(arguments) = std::fs::read(entry.path().join("cmdline")) else { continue };
        let arguments = String::from_utf8_lossy(&arguments);
        if arguments.split('\0').any(|argument| argument == vault) && arguments.contains("needlepoint-probe") {
            return Ok(Some(entry.file_name().to_string_lossy().into_owned()));
        }
    }
    Ok(None)
}
