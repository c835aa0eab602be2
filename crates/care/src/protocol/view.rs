//! The whole protocol as rows to read: what each says, where it comes from, and how far it was checked.
//!
//! A view only shows. It is built from the rows the engine judges with, so it cannot say anything else than they do.

mod tables;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::Protocol;
use crate::ids::RuleId;

/// One row of the protocol, under the id it speaks or informs with.
///
/// Ids are those of the fact base. Lookup rows without an id there have one of their own: `medicine.ibuprofen`,
/// `agent.glycolic`, `measure.hba1c`, `series`, `aftercare.night`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowView {
    /// Its id: `w.peel_s`.
    pub id: String,
    /// Source keys, see [`Protocol::sources`].
    pub source: Vec<String>,
    /// Status codes joined by a slash: S seed, V verified, Vc verified in a copy, G general knowledge, P policy.
    pub status: String,
    /// What it says, one entry for each line of a content file that belongs to it.
    pub entries: Vec<Entry>,
}

/// One line of a content file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The file below `content/`, which is the subject: `waits.toml`.
    pub file: &'static str,
    /// What is set there, sorted by name. Empty for a rule whose file holds only where it comes from.
    pub details: Vec<Detail>,
}

/// One thing that is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Detail {
    /// Its name, with the unit where it has one: `max_um`, `hours.mnl`, `effects[0].days`.
    pub name: String,
    /// Its value as it is written; the members of a list with commas between.
    pub value: String,
}

/// One source that rows name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceView<'p> {
    /// Its key: `SPLAB`.
    pub key: &'p str,
    /// What it is.
    pub title: &'p str,
    /// The part that was read, or the status code that a fact from it carries.
    pub read_as: &'p str,
}

impl Protocol {
    /// Every row, always in the same order: table by table, rows without a table of their own last.
    pub fn rows(&self) -> impl Iterator<Item = RowView> {
        let mut rows: Vec<RowView> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for listed in self.listed() {
            let entry = Entry { file: listed.file, details: details_of(&listed.id, &listed.row) };
            match places.get(&listed.id).and_then(|place| rows.get_mut(*place)) {
                Some(row) => row.entries.push(entry),
                None => {
                    places.insert(listed.id.clone(), rows.len());
                    let (source, status) = self.basis_of_row(&listed.id, &listed.row);
                    rows.push(RowView { id: listed.id, source, status, entries: vec![entry] });
                }
            }
        }
        let bare = self.basis.iter().filter(|(id, _)| !places.contains_key(id.as_str()));
        rows.extend(bare.map(|(id, basis)| RowView {
            id: id.to_string(),
            source: basis.source.clone(),
            status: basis.status.clone(),
            entries: vec![Entry { file: "rules.toml", details: Vec::new() }],
        }));
        rows.into_iter()
    }

    /// The row with an id, if the protocol has it.
    pub fn row(&self, id: &str) -> Option<RowView> {
        self.rows().find(|row| row.id == id)
    }

    /// Every source rows may name, in the order of the fact base.
    pub fn sources(&self) -> impl Iterator<Item = SourceView<'_>> {
        self.sources.iter().map(|row| SourceView { key: &row.id, title: &row.title, read_as: &row.read_as })
    }

    /// Where a row comes from: the basis of its rule, or what stands in the row itself.
    fn basis_of_row(&self, id: &str, row: &Value) -> (Vec<String>, String) {
        if let Some(basis) = self.basis.get(&RuleId::from(id)) {
            return (basis.source.clone(), basis.status.clone());
        }
        let source = row.get("source").and_then(Value::as_array).into_iter().flatten();
        let source = source.filter_map(Value::as_str).map(str::to_owned).collect();
        (source, row.get("status").and_then(Value::as_str).unwrap_or_default().to_owned())
    }
}

/// The details of a line. Its basis stands beside them, and so does the id it is shown under.
fn details_of(id: &str, row: &Value) -> Vec<Detail> {
    let is_shown_beside = |name: &str, value: &Value| match name {
        "source" | "status" => true,
        "id" | "rule" => value.as_str() == Some(id),
        _ => false,
    };
    let mut details = Vec::new();
    for (name, value) in row.as_object().into_iter().flatten() {
        if !is_shown_beside(name, value) {
            flatten(name, value, &mut details);
        }
    }
    details.sort_by(|a, b| a.name.cmp(&b.name));
    details
}

/// Writes a value under its name; what is not set is left out.
fn flatten(name: &str, value: &Value, details: &mut Vec<Detail>) {
    match value {
        Value::Null | Value::Bool(false) => {}
        Value::Bool(true) => details.push(Detail { name: name.to_owned(), value: "yes".to_owned() }),
        Value::Number(number) => details.push(Detail { name: name.to_owned(), value: number.to_string() }),
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => details.push(Detail { name: name.to_owned(), value: text.clone() }),
        Value::Array(list) if list.is_empty() => {}
        Value::Array(list) if list.iter().any(|member| member.is_object() || member.is_array()) => {
            for (at, member) in list.iter().enumerate() {
                flatten(&format!("{name}[{at}]"), member, details);
            }
        }
        Value::Array(list) => {
            let members: Vec<String> = list.iter().map(plain).collect();
            details.push(Detail { name: name.to_owned(), value: members.join(", ") });
        }
        Value::Object(object) => {
            for (part, value) in object {
                flatten(&format!("{name}.{part}"), value, details);
            }
        }
    }
}

/// A text or number without quotes.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn setting(id: &str, name: &str) -> Option<String> {
        let row = Protocol::shipped().row(id)?;
        let details = row.entries.into_iter().flat_map(|entry| entry.details);
        details.into_iter().find(|detail| detail.name == name).map(|detail| detail.value)
    }

    #[test]
    fn a_wait_shows_its_days_and_its_range() {
        assert_eq!(setting("w.peel_s", "days").as_deref(), Some("21"), "the shipped default");
        assert_eq!(setting("w.peel_s", "from").as_deref(), Some("14"), "the least a clinic may choose");
        assert_eq!(setting("w.peel_s", "to").as_deref(), Some("28"), "the most a clinic may choose");
    }

    #[test]
    fn a_zone_shows_its_limits_a_hold_its_hours_and_a_cream_its_dose() {
        assert_eq!(setting("z.eyelid", "max_um").as_deref(), Some("0"), "a limit of zero is a limit");
        assert_eq!(setting("ac.exercise", "hours.mns").as_deref(), Some("72"), "hours by column");
        assert_eq!(setting("ta.lidoprilo_max", "max_grams").as_deref(), Some("60"), "the most of a cream");
        assert_eq!(setting("ta.lidoprilo_max", "id").as_deref(), Some("lidoprilo"), "and which cream it is");
    }

    #[test]
    fn a_rule_that_speaks_in_several_lines_shows_all_of_them() {
        let row = Protocol::shipped().row("ci.peel_recent").expect("the row is there");
        assert_eq!(row.entries.len(), 4, "light, medium and deep peels and focal acid each have their days");
        assert!(row.entries.iter().all(|entry| entry.file == "history.toml"), "all of them past procedures");
    }

    #[test]
    fn every_row_says_where_it_comes_from() {
        let bare: Vec<String> = Protocol::shipped()
            .rows()
            .filter(|row| row.source.is_empty() || row.status.is_empty() || row.entries.is_empty())
            .map(|row| row.id)
            .collect();
        assert!(bare.is_empty(), "nobody could check these: {bare:?}");
    }

    #[test]
    fn every_id_stands_once_and_the_order_never_changes() {
        let ids: Vec<String> = Protocol::shipped().rows().map(|row| row.id).collect();
        let again: Vec<String> = Protocol::shipped().rows().map(|row| row.id).collect();
        let once: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(once.len(), ids.len(), "a row that stands twice would be read once");
        assert_eq!(ids, again, "two prints of one protocol have to be equal");
    }

    #[test]
    fn every_source_a_row_names_has_a_title() {
        let protocol = Protocol::shipped();
        let keys: BTreeSet<&str> = protocol.sources().map(|source| source.key).collect();
        for row in protocol.rows() {
            for key in &row.source {
                let is_claim = key.split_once('-').is_some_and(|(seed, _)| keys.contains(seed));
                assert!(keys.contains(key.as_str()) || is_claim, "{} names {key}, which nobody can look up", row.id);
            }
        }
    }

    #[test]
    fn a_row_nobody_wrote_is_not_there() {
        assert_eq!(Protocol::shipped().row("w.made_up"), None, "an id that does not exist has no row");
    }
}
