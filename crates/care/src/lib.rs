//! The clinical domain: what is asked, what may be done, what is agreed to and what follows.
//!
//! `care` decides and composes. Rules, limits and the texts clients read are data in `content/`; the code here
//! holds their shapes and the few irregular checks. It never reads the clock, the disk or the network, and a
//! finding speaks no language: it carries a word key with arguments.

pub mod aftercare;
pub mod assess;
pub mod barcode;
pub mod case;
pub mod consent;
#[cfg(test)]
mod coverage;
pub mod decimal;
pub mod formulas;
pub mod ids;
pub mod keeping;
pub mod protocol;
pub mod questions;
pub mod record;
pub mod scales;
mod texts;
pub mod verdict;
pub mod vocabulary;
pub mod zones;

// Our own cases are read by the same code here and in `tests`, which knows this crate by its name.
#[cfg(test)]
extern crate self as care;

pub use assess::{answered_yes, assess};
pub use case::{Case, CaseError, read_case};
pub use protocol::Protocol;
pub use texts::{
    LANGUAGES, LetterWords, OTHER_LANGUAGE, PaperWord, PaperWords, SHEET_LANGUAGES, TextMissing, isolated,
};
pub use verdict::{Class, Decision, Finding, Message, Verdict};
