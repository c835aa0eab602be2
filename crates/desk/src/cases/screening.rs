//! The questionnaire: answers as they are given, "nothing has changed", closing with a PIN.

use care::questions::{FurtherField, Need, Question};
use care::record::{Answer, Component, Measure, PastProcedure, Screening, ScreeningId, ScreeningKind, Visit, VisitId};
use care::vocabulary::{AllergyClass, AnswerState, FillerMaterial, PastKind, PeelClass};
use chrono::NaiveDate;
use serde_json::json;
use store::{Act, Write};

use crate::cases::fields::{Checker, LINE};
use crate::cases::visits::show;
use crate::failure::{Failure, FieldProblem, Refusal, WrongField};
use crate::seat::Seat;
use crate::visit::{
    Background, Field, OpenVisit, is_known_medicine, is_readable_measure, partial_day, question_key, still_as_read,
    targets,
};
use crate::wire::{
    AnswerRequest, BackgroundRequest, Choice, ClosedScreening, MedicineRow, QuestionField, QuestionRow,
    QuestionSection, ScreeningView, VisitConfirmRequest, VisitRequest, VisitView,
};

/// Largest blood value, in thousandths of its unit: platelets of a million in a microlitre.
const LARGEST_MEASURE_MILLI: i64 = 10_000_000_000;
/// Zones or substances of one answer at most.
const MOST_CHOICES: usize = 100;
/// Section of the questions that are put at every visit.
const TODAY: &str = "today";

/// Records one answer.
pub(crate) fn set_answer(seat: &Seat<'_>, request: AnswerRequest) -> Result<VisitView, Failure> {
    OpenVisit::read_to_change(seat, request.visit)?;
    let mut fields = Checker::default();
    if !seat.protocol().questions().any(|question| question.id() == request.question) {
        fields.wrong(WrongField::new("question", FieldProblem::NotOneOf));
    }
    let answer = request.answer.map(|given| Answer {
        state: given.state,
        ended_on: given.ended_on.filter(|text| !text.trim().is_empty()),
        zones: given.zones,
        active: given.active,
        allergy_class: given.allergy_class,
        ingredients: given.ingredients,
        asked_by: seat.user().id,
        asked_at: seat.now(),
    });
    if let Some(answer) = &answer {
        check_choices(&mut fields, answer);
    }
    if let Some(text) = answer.as_ref().and_then(|answer| answer.ended_on.as_deref()) {
        check_past_day(seat, &mut fields, "answer.ended_on", text);
    }
    fields.finish()?;
    let path = Field::Answer(request.question).path();
    seat.write(|write| match &answer {
        Some(answer) => write.set_draft(request.visit, &path, &json!(answer)),
        None => write.unset_draft(request.visit, &path),
    })?;
    show(seat, request.visit)
}

fn check_choices(fields: &mut Checker, answer: &Answer) {
    fields.between("answer.zones", answer.zones.len(), 0, MOST_CHOICES);
    fields.between("answer.ingredients", answer.ingredients.len(), 0, MOST_CHOICES);
    for (index, ingredient) in answer.ingredients.iter().enumerate() {
        fields.needed(&format!("answer.ingredients[{index}]"), ingredient, LINE);
    }
    if answer.allergy_class.as_deref().is_some_and(|word| AllergyClass::from_word(word).is_none()) {
        fields.wrong(WrongField::new("answer.allergy_class", FieldProblem::NotOneOf));
    }
}

fn check_past_day(seat: &Seat<'_>, fields: &mut Checker, path: &str, text: &str) {
    match partial_day(text, seat.today()) {
        None => fields.wrong(WrongField::new(path, FieldProblem::NoSuchDay)),
        Some(day) if day > seat.today() => fields.wrong(WrongField::new(path, FieldProblem::InFuture)),
        Some(_) => {}
    }
}

/// Records medicines, blood values and procedures elsewhere.
pub(crate) fn set_background(seat: &Seat<'_>, request: BackgroundRequest) -> Result<VisitView, Failure> {
    OpenVisit::read_to_change(seat, request.visit)?;
    let mut fields = Checker::default();
    for (index, medicine) in request.medicines.iter().enumerate() {
        fields.needed(&format!("medicines[{index}].name"), &medicine.name, LINE);
        if let Some(text) = &medicine.ended_on {
            check_past_day(seat, &mut fields, &format!("medicines[{index}].ended_on"), text);
        }
    }
    for (index, row) in request.measures.iter().enumerate() {
        check_measure(seat, &mut fields, &format!("measures[{index}]"), row);
    }
    for (index, event) in request.history.iter().flatten().enumerate() {
        check_event(seat, &mut fields, &format!("history[{index}]"), event);
    }
    fields.finish()?;
    let background = Background { medicines: request.medicines, measures: request.measures, history: request.history };
    seat.write(|write| write.set_draft(request.visit, &Field::Background.path(), &json!(background)))?;
    show(seat, request.visit)
}

fn check_measure(seat: &Seat<'_>, fields: &mut Checker, path: &str, row: &Measure) {
    if row.measured_on > seat.today() {
        fields.wrong(WrongField::new(format!("{path}.measured_on"), FieldProblem::InFuture));
    }
    fields.between(&format!("{path}.value_milli"), row.value_milli, 0, LARGEST_MEASURE_MILLI);
    if !is_readable_measure(row, seat.protocol()) {
        fields.wrong(WrongField::new(format!("{path}.unit"), FieldProblem::NotOneOf));
    }
}

fn check_event(seat: &Seat<'_>, fields: &mut Checker, path: &str, event: &PastProcedure) {
    if let Some(text) = &event.done_on {
        check_past_day(seat, fields, &format!("{path}.done_on"), text);
    }
    // A word the rules cannot read would be left out, or taken for the mildest.
    let peel_class = event.peel_class.as_deref();
    let material = event.material.as_deref();
    let unread = [
        ("kind", PastKind::from_word(&event.kind).is_none()),
        ("peel_class", peel_class.is_some_and(|word| PeelClass::from_word(word).is_none())),
        ("material", material.is_some_and(|word| FillerMaterial::from_word(word).is_none())),
    ];
    for (name, _) in unread.into_iter().filter(|(_, is_unread)| *is_unread) {
        fields.wrong(WrongField::new(format!("{path}.{name}"), FieldProblem::NotOneOf));
    }
}

/// "Nothing has changed": copies the earlier answers, and records "no" to every question of today that was not
/// answered otherwise, because those are read out with the key.
pub(crate) fn copy_earlier_answers(seat: &Seat<'_>, request: VisitRequest) -> Result<VisitView, Failure> {
    let open = OpenVisit::read_to_change(seat, request.visit)?;
    let earlier = open.earlier_screening.clone().ok_or_else(|| Refusal::NothingToCopy.failure())?;
    let given = open.answers();
    seat.write(|write| {
        for (question, answer) in &earlier.answers {
            if !given.contains_key(question) && !is_same_day(seat, question) {
                write.set_draft(request.visit, &Field::Answer(question.clone()).path(), &json!(answer))?;
            }
        }
        for question in same_day_questions(seat) {
            if !given.contains_key(&question) {
                write.set_draft(request.visit, &Field::Answer(question).path(), &json!(no_today(seat)))?;
            }
        }
        copy_background(write, request.visit, &open, &earlier)?;
        write.set_draft(request.visit, &Field::CopiedFrom.path(), &json!(earlier.id))
    })?;
    show(seat, request.visit)
}

fn copy_background(
    write: &mut Write<'_>,
    visit: VisitId,
    open: &OpenVisit,
    earlier: &Screening,
) -> Result<(), store::StoreError> {
    if open.draft.background.is_some() {
        return Ok(());
    }
    let copied = Background {
        medicines: earlier.medicines.clone(),
        measures: earlier.measures.clone(),
        history: earlier.history.clone(),
    };
    write.set_draft(visit, &Field::Background.path(), &json!(copied))
}

fn no_today(seat: &Seat<'_>) -> Answer {
    Answer {
        state: AnswerState::No,
        ended_on: None,
        zones: Vec::new(),
        active: None,
        allergy_class: None,
        ingredients: Vec::new(),
        asked_by: seat.user().id,
        asked_at: seat.now(),
    }
}

fn same_day_questions(seat: &Seat<'_>) -> Vec<String> {
    let questions = seat.protocol().questions().filter(|question| question.is_same_day());
    questions.map(|question| question.id().to_owned()).collect()
}

fn is_same_day(seat: &Seat<'_>, question: &str) -> bool {
    seat.protocol().questions().any(|row| row.id() == question && row.is_same_day())
}

/// Closes the questions of today: they become a record, signed for with a PIN.
pub(crate) fn close_screening(seat: &Seat<'_>, request: VisitConfirmRequest) -> Result<VisitView, Failure> {
    let open = OpenVisit::read_to_change(seat, request.visit)?;
    let n_unanswered = screening_view(seat, &open).n_unanswered;
    if n_unanswered > 0 {
        return Err(Refusal::Unanswered.naming("count", n_unanswered));
    }
    seat.confirm(&request.secret)?;
    let background = open.background();
    let copied_from = open.draft.copied_from.or_else(|| match open.screening.as_ref().map(|closed| closed.kind) {
        Some(ScreeningKind::Recheck { copied_from }) => Some(copied_from),
        Some(ScreeningKind::Full) | None => None,
    });
    let screening = Screening {
        id: ScreeningId(seat.new_id()),
        client: open.client.id,
        visit: request.visit,
        kind: copied_from.map_or(ScreeningKind::Full, |copied_from| ScreeningKind::Recheck { copied_from }),
        screened_on: open.screened_on(),
        answers: open.answers(),
        medicines: background.medicines,
        measures: background.measures,
        history: background.history,
        closed_by: seat.user().id,
        closed_at: seat.now(),
    };
    let visit = Visit { screening: Some(screening.id), ..open.visit.clone() };
    seat.write(|write| {
        still_as_read(write, &open)?;
        write.put(&screening, Act::Close)?;
        write.put_based_on(&visit, Act::Update, open.version)?;
        for prefix in ["answer/", "background", "copied_from"] {
            write.clear_draft(request.visit, prefix)?;
        }
        Ok::<_, store::StoreError>(())
    })?;
    show(seat, request.visit)
}

/// Questions and answers as the screen shows them.
pub(crate) fn screening_view(seat: &Seat<'_>, open: &OpenVisit) -> ScreeningView {
    let answers = open.answers();
    let background = open.background();
    let mut sections: Vec<QuestionSection> = Vec::new();
    for question in seat.protocol().questions() {
        if !question.is_asked_of(open.client.sex) {
            continue;
        }
        let section = if question.is_same_day() { TODAY } else { question.section() };
        let row = question_row(seat, open, question, answers.get(question.id()).cloned());
        match sections.iter_mut().find(|known| known.id == section) {
            Some(known) => known.questions.push(row),
            None => sections.push(QuestionSection {
                id: section.to_owned(),
                title: seat.words().say(&format!("section-{section}"), None),
                questions: vec![row],
            }),
        }
    }
    sections.sort_by_key(|section| section.id != TODAY);
    let rows = || sections.iter().flat_map(|section| &section.questions);
    let unanswered = rows().filter(|row| row.answer.is_none() && (row.is_mandatory || row.is_same_day)).count();
    let history_open = usize::from(background.history.is_none());
    ScreeningView {
        n_unanswered: u32::try_from(unanswered + history_open).unwrap_or(u32::MAX),
        sections,
        medicines: medicine_rows(seat, &background),
        measures: background.measures,
        history: background.history,
        can_copy_from: open
            .earlier_screening
            .as_ref()
            .map(|earlier| seat.calendar().day(earlier.closed_at).to_string()),
        closed: open.screening.as_ref().filter(|_| open.is_screened()).map(|closed| closed_view(seat, open, closed)),
    }
}

fn medicine_rows(seat: &Seat<'_>, background: &Background) -> Vec<MedicineRow> {
    let rows = background.medicines.iter().map(|medicine| MedicineRow {
        is_known_to_rules: is_known_medicine(&medicine.name, seat.protocol()),
        medicine: medicine.clone(),
    });
    rows.collect()
}

fn closed_view(seat: &Seat<'_>, open: &OpenVisit, closed: &Screening) -> ClosedScreening {
    let copied_from: Option<NaiveDate> = match closed.kind {
        ScreeningKind::Full => None,
        ScreeningKind::Recheck { .. } => {
            open.earlier_screening.as_ref().map(|earlier| seat.calendar().day(earlier.closed_at))
        }
    };
    ClosedScreening {
        at: closed.closed_at.to_rfc3339(),
        by_name: seat.read(|read| read.user(closed.closed_by)).map(|user| user.record.name).unwrap_or_default(),
        copied_from: copied_from.map(|day| day.to_string()),
    }
}

fn question_row(seat: &Seat<'_>, open: &OpenVisit, question: Question<'_>, answer: Option<Answer>) -> QuestionRow {
    let words = seat.words();
    let today = seat.today();
    let asked_today = answer.as_ref().is_none_or(|answer| seat.calendar().day(answer.asked_at) == today);
    QuestionRow {
        id: question.id().to_owned(),
        words: words.say(&question_key(question.id()), None),
        is_same_day: question.is_same_day(),
        is_mandatory: is_mandatory(seat, question, open.components()),
        answer,
        is_carried_over: !asked_today,
        fields: question.further_fields().into_iter().map(|field| further(seat, field)).collect(),
    }
}

/// Needed for what is planned; while nothing is planned, everything is asked that microneedling asks.
fn is_mandatory(seat: &Seat<'_>, question: Question<'_>, components: &[Component]) -> bool {
    targets(components, seat).into_iter().any(|target| question.is_asked_for(target))
}

fn further(seat: &Seat<'_>, field: FurtherField) -> QuestionField {
    let words = seat.words();
    let choice = |id: &str| Choice { id: id.to_owned(), words: words.say(&format!("choice-{id}"), None) };
    let options = match field.field.as_str() {
        "active" => ["true", "false"].map(choice).to_vec(),
        "allergy_class" => ["amide", "ester", "both"].map(choice).to_vec(),
        "ingredients" => ingredients(seat),
        _ => Vec::new(),
    };
    QuestionField {
        field: field.field.to_string(),
        words: words.say(&format!("answer-field-{}", field.field), None),
        is_needed: field.need == Need::Needed,
        options,
    }
}

fn ingredients(seat: &Seat<'_>) -> Vec<Choice> {
    let words = seat.words();
    let substances = care::vocabulary::Substance::ALL.iter().map(|substance| Choice {
        id: substance.to_string(),
        words: words.say(&format!("substance-{substance}"), None),
    });
    let agents = care::vocabulary::PeelAgent::ALL
        .iter()
        .map(|agent| Choice { id: agent.to_string(), words: words.say(&format!("agent-{agent}"), None) });
    substances.chain(agents).collect()
}
