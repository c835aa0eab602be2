//! The arithmetic at the terminal. Needs no vault.
//!
//! Every answer is one JSON document: what was given, the results, and for each result its formula, unit, source and
//! status. The arithmetic is that of the rules (`care::formulas`); here numbers are only read and written. Nothing is
//! judged: whether a spin or a dose is allowed is what `assess` says.

mod numbing;
mod scale;
mod typed;

use care::Protocol;
use care::decimal::{Decimal, Rounded};
use care::formulas::{Formula, Formulas, MOST_RADIUS_CM, MOST_RPM, Platelets};
use serde_json::{Value, json};

use crate::arguments::{CalcCommand, PlasmaArguments};
use crate::failure::CliFailure;
use crate::json::pretty;
use typed::{MOST, number, optional};

/// Works out what was asked for, as JSON.
pub(crate) fn calc(command: CalcCommand) -> Result<String, CliFailure> {
    let answer = match command {
        CalcCommand::Rcf { radius_cm, rpm } => rcf(&radius_cm, &rpm),
        CalcCommand::Rpm { radius_cm, rcf_g } => rpm(&radius_cm, &rcf_g),
        CalcCommand::Prp(given) => plasma(&given),
        CalcCommand::Anaesthetic(given) => numbing::cream(&given),
        CalcCommand::Scale { name, answers } => scale::scale(&name, &answers),
    };
    pretty(&answer?)
}

fn formulas() -> &'static Formulas {
    &Protocol::shipped().formulas
}

fn rcf(radius_cm: &str, rpm: &str) -> Result<Value, CliFailure> {
    let radius_cm = number("--radius-cm", radius_cm, MOST_RADIUS_CM)?;
    let rpm = number("--rpm", rpm, MOST_RPM)?;
    Ok(json!({
        "given": { "radius_cm": radius_cm.to_json(), "rpm": rpm.to_json() },
        "rcf_g": rounded(formulas().rcf_g(radius_cm, rpm)),
        "formulas": [gives("rcf_g", &formulas().rcf)],
    }))
}

fn rpm(radius_cm: &str, rcf_g: &str) -> Result<Value, CliFailure> {
    let radius_cm = number("--radius-cm", radius_cm, MOST_RADIUS_CM)?;
    let rcf_g = number("--rcf-g", rcf_g, MOST)?;
    Ok(json!({
        "given": { "radius_cm": radius_cm.to_json(), "rcf_g": rcf_g.to_json() },
        "rpm": rounded(formulas().rpm(radius_cm, rcf_g)),
        "formulas": [gives("rpm", &formulas().rpm)],
    }))
}

fn plasma(given: &PlasmaArguments) -> Result<Value, CliFailure> {
    let plasma = optional("--prp-platelets", given.prp_platelets.as_deref(), MOST)?;
    let plasma_ml = optional("--prp-ml", given.prp_ml.as_deref(), MOST)?;
    let blood = optional("--blood-platelets", given.blood_platelets.as_deref(), MOST)?;
    let blood_ml = optional("--blood-ml", given.blood_ml.as_deref(), MOST)?;
    let volume = |(e9_per_l, ml)| Platelets { e9_per_l, ml };
    let (gained, drawn) = (plasma.zip(plasma_ml).map(volume), blood.zip(blood_ml).map(volume));
    let formulas = formulas();
    Ok(json!({
        "given": {
            "prp_platelets": or_null(plasma),
            "prp_ml": or_null(plasma_ml),
            "blood_platelets": or_null(blood),
            "blood_ml": or_null(blood_ml),
        },
        "fold": rounded(plasma.zip(blood).and_then(|(plasma, blood)| formulas.fold(plasma, blood))),
        "recovery": rounded(gained.zip(drawn).and_then(|(gained, drawn)| formulas.recovery(gained, drawn))),
        "platelets_e9": rounded(gained.and_then(|gained| formulas.platelets_e9(gained))),
        "formulas": [
            gives("fold", &formulas.fold),
            gives("recovery", &formulas.recovery),
            gives("platelets_e9", &formulas.dose_plt),
        ],
    }))
}

/// What stands behind a result of that name.
fn gives(name: &str, formula: &Formula) -> Value {
    let basis = formula.basis();
    json!({
        "gives": name,
        "id": formula.id,
        "unit": formula.unit,
        "source": basis.sources(),
        "status": basis.status,
    })
}

fn rounded(result: Option<Rounded>) -> Value {
    result.map_or(Value::Null, Rounded::to_json)
}

fn or_null(given: Option<Decimal>) -> Value {
    given.map_or(Value::Null, Decimal::to_json)
}

#[cfg(test)]
mod tests;
