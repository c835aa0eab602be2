//! The side that holds the vault: hands bytes to a reading process and takes what it answers.

use std::io::{Read as _, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use super::answer::read_answer;
use super::limits::{MOST_ANSWER_BYTES, PAGES_PATIENCE_MS};
use super::magic::recognise;
use super::{PATIENCE_MS, PictureProblem, PictureRefusal, Purpose, Readable, WORKER_COMMAND};

/// How often, and how long apart, a silent process is looked after: a moment passes between its last word and its end.
const N_LOOKS: u32 = 50;
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// Reads pictures, each in a process of its own.
#[derive(Debug, Clone)]
pub struct PictureReader {
    program: PathBuf,
    patience: Option<Duration>,
}

impl PictureReader {
    /// A reader that starts `program`, which must answer to [`WORKER_COMMAND`] by calling
    /// [`run_worker`](super::run_worker).
    #[must_use]
    pub fn starting(program: &Path) -> Self {
        Self { program: program.to_owned(), patience: None }
    }

    /// The same with less patience.
    #[must_use]
    pub fn waiting_at_most(self, patience: Duration) -> Self {
        Self { patience: Some(patience), ..self }
    }

    /// Reads one file.
    ///
    /// # Errors
    /// [`PictureProblem::Refused`] where the file is not taken; [`PictureProblem::NoReader`] where it could not be
    /// tried.
    pub fn read(&self, bytes: &[u8], purpose: Purpose) -> Result<Readable, PictureProblem> {
        let expected = recognise(bytes, purpose)?;
        let answer = self.ask(bytes, purpose)?;
        let read = read_answer(&answer)?;
        if read.kind == expected { Ok(read) } else { Err(PictureProblem::NoReader) }
    }

    fn ask(&self, bytes: &[u8], purpose: Purpose) -> Result<Vec<u8>, PictureProblem> {
        let mut child = self.start(purpose)?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            end(&mut child);
            return Err(PictureProblem::NoReader);
        };
        std::thread::scope(|scope| {
            scope.spawn(move || feed(input, bytes));
            let (said, answered) = mpsc::channel();
            scope.spawn(move || said.send(hear(output)));
            let heard = answered.recv_timeout(self.patience.unwrap_or_else(|| patience_for(purpose)));
            let answer = match heard {
                // Too slow, or it says more than any picture.
                Err(_) | Ok(None) => Err(PictureRefusal::TooMuchWork.into()),
                Ok(Some(answer)) if answer.is_empty() => Err(why_silent(&mut child)),
                Ok(Some(answer)) => Ok(answer),
            };
            // Whatever came of it, the process has nothing left to do; with its end both streams end.
            end(&mut child);
            answer
        })
    }

    fn start(&self, purpose: Purpose) -> Result<Child, PictureProblem> {
        Command::new(&self.program)
            .args([WORKER_COMMAND, purpose.word()])
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|_| PictureProblem::NoReader)
    }
}

fn patience_for(purpose: Purpose) -> Duration {
    Duration::from_millis(match purpose {
        Purpose::Photo | Purpose::Scan => PATIENCE_MS,
        Purpose::SignedPages => PAGES_PATIENCE_MS,
    })
}

/// A process that has refused already closes its end: that is no failure of ours.
fn feed(mut input: ChildStdin, bytes: &[u8]) {
    let _ = input.write_all(bytes);
}

/// All it says, and no more than a picture can be.
fn hear(output: ChildStdout) -> Option<Vec<u8>> {
    let most = u64::try_from(MOST_ANSWER_BYTES).unwrap_or(u64::MAX);
    let mut answer = Vec::new();
    output.take(most).read_to_end(&mut answer).ok()?;
    (answer.len() < MOST_ANSWER_BYTES).then_some(answer)
}

/// A process that was ended by the system met one of its limits. One that ended by itself is no reader.
fn why_silent(child: &mut Child) -> PictureProblem {
    for _ in 0..N_LOOKS {
        match child.try_wait() {
            Ok(Some(status)) if status.signal().is_some() => return PictureRefusal::TooMuchWork.into(),
            Ok(Some(_)) | Err(_) => return PictureProblem::NoReader,
            Ok(None) => std::thread::sleep(BETWEEN_LOOKS),
        }
    }
    PictureProblem::NoReader
}

/// Ends it if it has not ended, and takes it off the system's list.
fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}
