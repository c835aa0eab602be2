//! Papers other than the aftercare sheet: prepared and shown, then filed and printed with exactly the bytes shown.

use care::record::{ClientId, DocumentKind, PaperSize, VisitId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Choice;

/// Which paper, with what only the person who makes it knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum PaperFor {
    /// The consent to what is planned in a visit, to be signed on paper.
    ConsentBlank {
        /// Which visit.
        visit: VisitId,
    },
    /// Why nothing is treated, and from which day it is possible.
    NotToday(NotTodayPaper),
    /// What was done in a signed visit.
    TreatmentRecord {
        /// Which visit.
        visit: VisitId,
    },
    /// The visits that follow, with their days.
    Plan(PlanPaper),
    /// Labels for the tubes of plasma.
    TubeLabel(TubeLabelPaper),
    /// A letter to a doctor or another colleague.
    Referral(ReferralPaper),
    /// A letter that asks the client to come or to call.
    Recall(RecallPaper),
    /// A report to an authority, to be copied into its form.
    AdverseEvent(AdverseEventPaper),
    /// Everything the clinic holds about a client.
    WholeRecord {
        /// Whose.
        client: ClientId,
    },
}

/// What stands on a not-today note beside the reasons of the rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NotTodayPaper {
    /// Which visit.
    pub visit: VisitId,
    /// A reason of the practitioner's own; needed where the rules name none.
    pub reason: String,
    /// The day from which that reason no longer stands in the way, `YYYY-MM-DD`; `None` where nobody can know it.
    pub until_on: Option<String>,
    /// What the client can do until then; may be empty.
    pub meanwhile: String,
}

/// What stands on a plan beside its days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanPaper {
    /// The visit it was agreed in.
    pub visit: VisitId,
    /// What the client wants to reach; may be empty.
    pub goal: String,
    /// What to do at home in between; may be empty.
    pub at_home: String,
    /// What it costs, in words; may be empty.
    pub cost: String,
}

/// What stands on the labels of plasma tubes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TubeLabelPaper {
    /// Which visit.
    pub visit: VisitId,
    /// Local date-time of the draw, `YYYY-MM-DDTHH:MM`.
    pub drawn_at: String,
    /// Local date-time to use it before; `None` leaves room to write it.
    pub use_before: Option<String>,
    /// How many tubes, 1 to 16.
    pub n_tubes: u8,
}

/// What a referral asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReferralPaper {
    /// Who is referred.
    pub client: ClientId,
    /// Name and address of the colleague, one or several lines.
    pub to: String,
    /// Whether it has to be on the same day.
    pub is_urgent: bool,
    /// Whether the client has agreed to this letter; only then it says so.
    #[serde(default)]
    pub client_agrees: bool,
    /// What the clinic asks.
    pub question: String,
    /// Why the client is sent.
    pub reason: String,
    /// What was found; may be empty.
    pub findings: String,
    /// Medicines as the clinic knows them; may be empty.
    pub medicines: String,
}

/// What a recall letter is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecallPaper {
    /// To whom.
    pub client: ClientId,
    /// Why.
    pub about: RecallAbout,
}

/// Why a client is written to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RecallAbout {
    /// The next visit of a series is due.
    NextVisit {
        /// The first day of it, `YYYY-MM-DD`.
        due_on: String,
    },
    /// Something is known about a product that was used.
    Lot {
        /// Its lot.
        lot: String,
        /// What is known, in plain words.
        known: String,
    },
}

/// What is reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AdverseEventPaper {
    /// The visit it is about.
    pub visit: VisitId,
    /// Whose form.
    pub form: ReportForm,
    /// The day it happened or was noticed, `YYYY-MM-DD`.
    pub happened_on: String,
    /// What happened.
    pub description: String,
    /// How it turned out so far; may be empty.
    pub outcome: String,
    /// Tests and findings; may be empty.
    pub tests: String,
}

/// An authority's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportForm {
    /// MedWatch 3500 of the FDA.
    Medwatch,
    /// Yellow Card of the MHRA.
    YellowCard,
}

/// Finds who was treated with a lot.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LotRequest {
    /// The lot, as on the label.
    pub lot: String,
}

/// One use of a lot.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LotUseRow {
    /// On whom.
    pub client: super::ClientRow,
    /// In which visit.
    pub visit: VisitId,
    /// Local day of the visit, `YYYY-MM-DD`.
    pub visit_on: String,
    /// The product, as on its label.
    pub product: String,
}

/// Composes a paper. Nothing is filed yet.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperPrepareRequest {
    /// Which paper.
    pub paper: PaperFor,
    /// Language, as a BCP 47 tag; `None` takes the client's where the paper exists in it, or the clinic's.
    pub language: Option<String>,
    /// Paper of the printer; `None` takes the clinic's.
    pub size: Option<PaperSize>,
    /// How large its letters are; `None` is the normal size. Labels have one size.
    pub letters: Option<LetterSize>,
}

/// How large the letters of a paper are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LetterSize {
    /// 10.5 points.
    #[default]
    Normal,
    /// 18 points, for clients who do not read small print.
    Large,
}

/// A paper that is shown. Nothing is filed yet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaperView {
    /// Names the bytes in memory; printing, filing and the page's frame use it.
    pub token: String,
    /// Where the page's frame finds the PDF.
    pub url: String,
    /// Whose it is: a paper is never on screen without that.
    pub client: super::BannerView,
    /// What it is.
    pub kind: DocumentKind,
    /// Title on its first page.
    pub title: String,
    /// Pages.
    pub n_pages: u16,
    /// SHA-256 of the PDF.
    pub pdf_sha256: String,
    /// Language of the paper.
    pub language: String,
    /// Languages it exists in.
    pub languages: Vec<Choice>,
    /// Whether it can be had in large letters.
    pub may_be_large: bool,
    /// The pages as words, for a screen reader.
    pub text: Vec<String>,
}

/// Files the paper that is shown and prints it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperPrintRequest {
    /// The bytes that were shown.
    pub token: String,
    /// Copies, 1 to 9.
    pub n_copies: u8,
    /// Queue; `None` is the computer's own choice.
    pub printer: Option<String>,
}

/// Files the paper that is shown without printing it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperFileRequest {
    /// The bytes that were shown.
    pub token: String,
}

/// Prints the recovery key that is on screen before there is a vault.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecoverySheetFirstRequest {
    /// The clinic's name as it was typed.
    pub clinic: String,
    /// Its address as it was typed.
    pub address: String,
    /// Paper of the printer.
    pub paper: PaperSize,
}

/// What became of a sheet that is kept nowhere.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SheetTakenView {
    /// Taken by the printing system.
    pub was_printed: bool,
    /// Why not, and what to do.
    pub why_not: Option<String>,
}
